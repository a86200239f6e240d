-- Who has to report, and who has? One row per unit; a department over other units is not among them, since its own purchases stand under one of these. Dates as text.
WITH departments AS (
  SELECT DISTINCT department FROM units WHERE unit <> department)
SELECT u._file, u._row, u.unit, u.name, u.department, d.name AS department_name, u.district,
  r.date AS report_date, t.deadline,
  CASE WHEN r.unit IS NULL THEN '未填报' WHEN r.date > t.deadline THEN '逾期填报' ELSE '按期填报' END AS state,
  COALESCE(r.title, u.name || p.year || '年面向中小企业预留项目执行情况公告') AS title
FROM units u
JOIN units d ON d.unit = u.department
CROSS JOIN period p
CROSS JOIN deadline t
LEFT JOIN departments o ON o.department = u.unit
LEFT JOIN reports r ON r.unit = u.unit
WHERE o.department IS NULL
ORDER BY u.department, u.unit
