-- Why do the items of 三公经费 change? One row per publisher of this year, item and distinct reason. A department gives the reasons of those units whose amounts changed; where none changed, of those that spend; where none spends, of all.
WITH amounts AS (
  SELECT t.publisher, t.unit, t.item_group,
    SUM(CASE WHEN t.year = p.year THEN t.amount ELSE 0 END) AS amount,
    SUM(CASE WHEN t.year = p.before THEN t.amount ELSE 0 END) AS amount_before
  FROM published_three_public t
  CROSS JOIN period p
  GROUP BY t.publisher, t.unit, t.item_group),
ranked AS (
  SELECT publisher, unit, item_group,
    CASE WHEN amount <> amount_before THEN 2 WHEN amount <> 0 THEN 1 ELSE 0 END AS weight
  FROM amounts),
strongest AS (
  SELECT publisher, item_group, MAX(weight) AS weight
  FROM ranked
  GROUP BY publisher, item_group)
SELECT DISTINCT t.publisher, t.item_group, t.reason
FROM published_three_public t
JOIN period p ON p.year = t.year
JOIN ranked r ON r.publisher = t.publisher AND r.unit = t.unit AND r.item_group = t.item_group
JOIN strongest s ON s.publisher = r.publisher AND s.item_group = r.item_group AND s.weight = r.weight
WHERE t.reason IS NOT NULL
ORDER BY t.publisher, t.item_group, t.reason
