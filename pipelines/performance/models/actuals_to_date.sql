-- What was achieved up to the period's month? One row per row of the register up to then.
SELECT p.*
FROM placed_actuals p
JOIN clock k ON p.month <= k.month
