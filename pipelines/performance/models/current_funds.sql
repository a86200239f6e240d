-- What is the budget and what was spent, by source? One row per subject and source: the latest month's. Fen.
WITH latest AS (
  SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.subject, e.source ORDER BY e.month DESC, e._row DESC) AS place
  FROM execution_to_date e)
SELECT subject, source, month, budget, executed, reason, _file, _row FROM latest WHERE place = 1
