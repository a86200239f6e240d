-- Who publishes? One row per unit.
SELECT unit, MIN(name) AS name FROM payments GROUP BY unit ORDER BY unit
