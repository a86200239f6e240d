-- Which parks are there this year? One row per unit.
SELECT u.unit, u.name FROM units u JOIN period p ON p.year = u._year ORDER BY u.unit
