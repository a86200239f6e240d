-- What is said of the district as a whole? One row; counts of units, the date in words.
WITH counts AS (
  SELECT MIN(district) AS name, COUNT(*) AS units, COUNT(report_date) AS reported,
    SUM(CASE WHEN report_date IS NULL THEN 1 ELSE 0 END) AS missing,
    SUM(CASE WHEN state = '逾期填报' THEN 1 ELSE 0 END) AS late,
    MAX(report_date) AS last_date
  FROM reporting_units)
SELECT 'district' AS code, c.name, c.name || '财政局' AS signature, c.units, c.reported, c.missing, c.late,
  c.name || p.year || '年面向中小企业预留项目执行情况公告' AS title,
  substr(c.last_date, 1, 4) || '年' || CAST(substr(c.last_date, 6, 2) AS INTEGER) || '月'
    || CAST(substr(c.last_date, 9, 2) AS INTEGER) || '日' AS printed_date,
  'district' AS publisher
FROM counts c
CROSS JOIN period p
WHERE c.units > 0
