-- What must every breakdown of expenditure add up to? One row per publisher, year, functional code and breakdown; fen, signed is minus in the year before.
WITH totals AS (
  SELECT publisher, year, function, SUM(amount) AS amount
  FROM published_expenditure
  GROUP BY publisher, year, function),
breakdowns AS (
  SELECT '按功能科目' AS breakdown
  UNION ALL SELECT '按经济分类'
  UNION ALL SELECT '按支出类别'
  UNION ALL SELECT '按资金来源')
SELECT t.publisher, t.year, t.function, b.breakdown, t.amount,
  CASE WHEN t.year = p.year THEN t.amount ELSE -t.amount END AS signed
FROM totals t
CROSS JOIN breakdowns b
CROSS JOIN period p
