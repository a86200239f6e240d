-- Where does every indicator stand? One row per subject and indicator with a value: the latest one, and for monthly values (当月) their sum.
WITH valued AS (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY a.subject, a.indicator ORDER BY a.month DESC, a._row DESC) AS place
  FROM actuals_to_date a
  WHERE a.actual_value IS NOT NULL OR a.level IS NOT NULL OR a.entered IS NOT NULL),
sums AS (
  SELECT a.subject, a.indicator, SUM(a.actual_value) AS actual_value
  FROM actuals_to_date a
  WHERE a.basis = '当月'
  GROUP BY a.subject, a.indicator)
SELECT v._file, v._row, v.unit, v.project, v.subject, v.indicator, v.month, v.basis,
  CASE v.basis WHEN '当月' THEN s.actual_value ELSE v.actual_value END AS actual_value,
  v.actual_unit, v.level, v.entered, v.reason, v.measures, v.evidence
FROM valued v
LEFT JOIN sums s ON s.subject = v.subject AND s.indicator = v.indicator
WHERE v.place = 1
