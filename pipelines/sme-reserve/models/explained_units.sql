-- Which units explain that they are below a share? One row per unit below a share with its explanation.
SELECT DISTINCT unit, name, department, explanation
FROM unit_checks
WHERE is_below = 1 AND explanation IS NOT NULL
ORDER BY department, unit
