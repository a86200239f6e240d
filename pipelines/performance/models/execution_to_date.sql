-- What was spent from January on, by the month? One row per subject, source and month up to the period's. Fen.
WITH rows_to_date AS (
  SELECT e._file, e._row, e.unit, e.project, e.unit || COALESCE('-' || e.project, '') AS subject, e.source, e.month,
    e.basis, e.budget, e.executed, e.reason
  FROM execution e
  JOIN clock k ON e.month <= k.month)
SELECT r._file, r._row, r.unit, r.project, r.subject, r.source, r.month, r.basis, r.budget, r.reason,
  CASE r.basis WHEN '累计' THEN r.executed
    ELSE SUM(r.executed) OVER (PARTITION BY r.subject, r.source ORDER BY r.month) END AS executed
FROM rows_to_date r
ORDER BY r.subject, r.source, r.month
