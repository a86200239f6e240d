-- Which economic codes does basic expenditure of the general public budget show this year? One row per publisher and code with its parent; level 1 类, 2 款.
WITH used AS (
  SELECT DISTINCT e.publisher, e.economic
  FROM published_expenditure e
  JOIN period p ON p.year = e.year
  WHERE e.stage = '基本支出' AND e.source = '一般公共预算拨款'),
codes AS (
  SELECT publisher, substr(economic, 1, 3) AS code, 1 AS level FROM used
  UNION
  SELECT publisher, economic, 2 FROM used)
SELECT c.publisher, c.code, c.code AS economic, c.code AS printed_code, e.name, c.level
FROM codes c
JOIN economics e ON e.economic = c.code
ORDER BY c.publisher, c.code
