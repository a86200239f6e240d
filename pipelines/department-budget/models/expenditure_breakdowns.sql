-- What do the tables gather, each by its own list of codes? One row per publisher, year, functional code, breakdown and its head; fen, signed is minus in the year before.
WITH lines AS (
  SELECT e.publisher, e.year, e.function, '按功能科目' AS breakdown, f.name AS head, e.amount
  FROM published_expenditure e
  JOIN functions f ON f.function = substr(e.function, 1, 3)
  JOIN functions g ON g.function = substr(e.function, 1, 5)
  JOIN functions h ON h.function = e.function
  UNION ALL
  SELECT e.publisher, e.year, e.function, '按经济分类', c.name, e.amount
  FROM published_expenditure e
  JOIN economics c ON c.economic = substr(e.economic, 1, 3)
  JOIN economics d ON d.economic = e.economic
  UNION ALL
  SELECT publisher, year, function, '按支出类别', '基本支出', amount
  FROM published_expenditure
  WHERE kind IN ('人员经费', '公用经费')
  UNION ALL
  SELECT publisher, year, function, '按支出类别', '项目支出', amount
  FROM published_expenditure
  WHERE kind = '项目支出'
  UNION ALL
  SELECT publisher, year, function, '按资金来源', source, amount
  FROM published_expenditure
  WHERE fund IN ('财政拨款', '其他资金', '上年结转'))
SELECT l.publisher, l.year, l.function, l.breakdown, l.head, SUM(l.amount) AS amount,
  SUM(CASE WHEN l.year = p.year THEN l.amount ELSE -l.amount END) AS signed
FROM lines l
CROSS JOIN period p
GROUP BY l.publisher, l.year, l.function, l.breakdown, l.head
