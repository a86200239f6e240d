-- Which units make up a publication? One row per year, publisher and unit: a unit by itself, and a department over its units.
SELECT u._year AS year, u.unit AS publisher, u.unit AS unit
FROM units u
WHERE NOT EXISTS (
  SELECT 1 FROM units m WHERE m._year = u._year AND m.department = u.unit AND m.unit <> u.unit)
UNION ALL
SELECT m._year AS year, m.department AS publisher, m.unit AS unit
FROM units m
WHERE m.unit <> m.department
