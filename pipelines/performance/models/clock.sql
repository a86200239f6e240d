-- Up to when are values counted? One row: the month (12 for a year), its last day, and how both are printed.
SELECT p.year, COALESCE(p.month, 12) AS month, 12 AS whole, CASE WHEN p.month IS NULL THEN 1 ELSE 0 END AS is_year,
  p.year || '-' || SUBSTR('0' || COALESCE(p.month, 12), -2) || '-31' AS last_day,
  CASE WHEN p.month IS NULL THEN p.year || '年度' ELSE p.year || '年' || p.month || '月' END AS label,
  CASE WHEN p.month = 1 THEN '1月' WHEN p.month IS NULL THEN '1—12月' ELSE '1—' || p.month || '月' END AS span
FROM period p
