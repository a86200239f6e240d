-- Where does every indicator stand? One row per subject and indicator with a value: the latest one, and for monthly values (当月) their sum, in the unit that all have, else in 分钟 (of money, fen are the same in every unit).
WITH valued AS (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY a.subject, a.indicator ORDER BY a.month DESC, a._row DESC) AS place
  FROM actuals_to_date a
  WHERE a.actual_value IS NOT NULL OR a.level IS NOT NULL OR a.entered IS NOT NULL),
sums AS (
  SELECT a.subject, a.indicator, COUNT(DISTINCT a.actual_unit) AS units, SUM(a.actual_value) AS same, SUM(a.base_value) AS base
  FROM actuals_to_date a
  WHERE a.basis = '当月'
  GROUP BY a.subject, a.indicator)
SELECT v._file, v._row, v.unit, v.project, v.subject, v.indicator, v.month, v.basis,
  CASE WHEN v.basis <> '当月' OR v.basis IS NULL THEN v.actual_value WHEN s.units = 1 THEN s.same ELSE s.base END AS actual_value,
  CASE WHEN v.basis = '当月' AND s.units > 1 AND v.actual_unit IN ('小时', '天', '日') THEN '分钟' ELSE v.actual_unit END AS actual_unit,
  v.level, v.entered, v.reason, v.measures, v.evidence
FROM valued v
LEFT JOIN sums s ON s.subject = v.subject AND s.indicator = v.indicator
WHERE v.place = 1
