-- How large is a supplier (工信部联企业〔2011〕300号)? One row per supplier: the highest class that every indicator of its industry reaches (大型 3, 中型 2, 小型 1, else 微型 0), by the standard in force at the year's end. No size where an indicator is empty.
WITH readable AS (
  -- A number below zero is an error of its own, and tells no size.
  SELECT credit_code, industry, CASE WHEN people >= 0 THEN people END AS people, CASE WHEN revenue >= 0 THEN revenue END AS revenue,
    CASE WHEN assets >= 0 THEN assets END AS assets
  FROM suppliers),
indicators AS (
  SELECT credit_code, industry, '从业人员' AS indicator, people AS amount, 1 AS unit_size FROM readable
  -- Money is kept in fen, its bounds are in 万元.
  UNION ALL SELECT credit_code, industry, '营业收入', revenue, 1000000 FROM readable
  UNION ALL SELECT credit_code, industry, '资产总额', assets, 1000000 FROM readable),
classes AS (
  SELECT i.credit_code, i.industry, i.amount,
    CASE WHEN i.amount >= s.large * i.unit_size THEN 3
      WHEN i.amount >= s.medium * i.unit_size THEN 2
      WHEN i.amount >= s.small * i.unit_size THEN 1
      ELSE 0 END AS class
  FROM indicators i
  CROSS JOIN period p
  JOIN enterprise_sizes s ON s.industry = i.industry AND s.indicator = i.indicator
    AND s.valid_from <= p.year || '-12-31' AND (s.valid_until IS NULL OR p.year || '-12-31' <= s.valid_until)),
sizes AS (
  SELECT credit_code, MIN(industry) AS industry, MIN(class) AS class
  FROM classes
  GROUP BY credit_code
  HAVING COUNT(amount) = COUNT(*))
SELECT credit_code, industry, class,
  CASE class WHEN 3 THEN '大型' WHEN 2 THEN '中型' WHEN 1 THEN '小型' ELSE '微型' END AS size
FROM sizes
