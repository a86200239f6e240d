-- What was paid for? One row per unit and item.
SELECT unit, item FROM payments GROUP BY unit, item ORDER BY unit, item
