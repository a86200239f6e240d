-- What stands in the rows of funds of the forms? One row per subject and fund, the total first. Fen; points in hundredths; the products are for the forecast (spent × 12 of budget × months gone).
WITH by_source AS (
  SELECT s.subject, f.sequence, f.fund, f.source, i.initial, e.budget, e.executed, e.month, e.reason,
    e._file, e._row
  FROM subjects s
  JOIN (SELECT 2 AS sequence, '其中：当年财政拨款' AS fund, '财政拨款' AS source
    UNION ALL SELECT 3, '上年结转资金', '上年结转'
    UNION ALL SELECT 4, '其他资金', '其他资金') f
  LEFT JOIN initial_funds i ON i.subject = s.subject AND i.source = f.source
  LEFT JOIN current_funds e ON e.subject = s.subject AND e.source = f.source),
lines AS (
  SELECT subject, sequence, fund, initial, budget, executed, reason, _file, _row FROM by_source
  UNION ALL
  SELECT subject, 1, '年度资金总额', SUM(initial), SUM(budget), SUM(executed), MIN(reason), MIN(_file), MIN(_row)
  FROM by_source GROUP BY subject),
lit AS (
  SELECT l.subject, l.sequence, l.fund, l.initial, l.budget, l.executed, l.reason, l._file, l._row,
    l.executed * 12 AS executed_year, l.budget * k.month AS budget_months,
    CASE WHEN l.sequence = 1 THEN t.execution_points END AS points,
    CASE WHEN l.sequence = 1 THEN t.execution_score END AS score,
    CASE WHEN l.budget IS NULL OR l.budget = 0 AND l.executed = 0 THEN '无数据' WHEN l.executed > l.budget THEN '红'
      WHEN l.executed * 1200 >= l.budget * k.month * r.progress_green THEN '绿'
      WHEN l.executed * 1200 >= l.budget * k.month * r.progress_yellow THEN '黄' ELSE '红' END AS light
  FROM lines l
  JOIN clock k
  JOIN parameters r
  LEFT JOIN score_totals t ON t.subject = l.subject AND t.own = 1
  WHERE l.sequence = 1 OR l.initial > 0 OR l.budget > 0)
SELECT subject, sequence, fund, initial, budget, executed, reason, _file, _row, executed_year, budget_months, points, score,
  light, CASE WHEN sequence > 1 OR light = '红' THEN reason END AS reason_text
FROM lit
ORDER BY subject, sequence
