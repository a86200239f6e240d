-- Which departments sum up units that have reported? One row per department over other units; its date is its own report's, or the last one of its units.
WITH reported AS (
  SELECT department, COUNT(*) AS units, MAX(report_date) AS last_date
  FROM reported_units
  WHERE unit <> department
  GROUP BY department),
dated AS (
  SELECT d.unit AS department, d.name, d.district, r.units, COALESCE(o.date, r.last_date) AS report_date, o.title
  FROM reported r
  JOIN units d ON d.unit = r.department
  LEFT JOIN reports o ON o.unit = d.unit)
SELECT d.department, d.name, d.units,
  COALESCE(d.title, d.name || p.year || '年面向中小企业预留项目执行情况公告') AS title,
  substr(d.report_date, 1, 4) || '年' || CAST(substr(d.report_date, 6, 2) AS INTEGER) || '月'
    || CAST(substr(d.report_date, 9, 2) AS INTEGER) || '日' AS printed_date,
  d.department AS publisher
FROM dated d
CROSS JOIN period p
ORDER BY d.department
