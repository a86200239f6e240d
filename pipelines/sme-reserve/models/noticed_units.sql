-- Which units have a notice of their own? One row per reported unit: all of them, or only those that no department sums up.
SELECT u.unit, u.name, u.department, u.title, u.printed_date, u.publisher
FROM reported_units u
CROSS JOIN parameters a
WHERE a.unit_notices = 1 OR u.unit = u.department
ORDER BY u.department, u.unit
