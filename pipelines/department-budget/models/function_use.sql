-- Which functional codes does a publication use this year, with which money? One row per publisher, code of any level and source; level 1 类, 2 款, 3 项.
WITH used AS (
  SELECT publisher, function, source, fund, year FROM published_income
  UNION
  SELECT publisher, function, source, fund, year FROM published_expenditure
  UNION
  SELECT publisher, function, source, fund, year FROM published_carryover)
SELECT u.publisher, substr(u.function, 1, 3) AS code, 1 AS level, u.source, u.fund
FROM used u JOIN period p ON p.year = u.year
UNION
SELECT u.publisher, substr(u.function, 1, 5), 2, u.source, u.fund
FROM used u JOIN period p ON p.year = u.year
UNION
SELECT u.publisher, u.function, 3, u.source, u.fund
FROM used u JOIN period p ON p.year = u.year
