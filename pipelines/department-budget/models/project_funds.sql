-- What funds does a project state? One row per publisher, project and fund, both years; fen.
WITH stated AS (
  SELECT _year AS year, unit, project, '财政拨款' AS fund, stated_fiscal AS amount FROM projects
  UNION ALL
  SELECT _year, unit, project, '其他资金', stated_other FROM projects
  UNION ALL
  SELECT _year, unit, project, '上年结转', stated_carried FROM projects)
SELECT m.publisher, s.unit, s.project, s.fund, s.amount, s.year
FROM stated s
JOIN membership m ON m.unit = s.unit AND m.year = s.year
