-- Which months are there to show? One row per subject and month with an execution.
SELECT DISTINCT e.subject, e.month, e.month || '月' AS month_label FROM execution_to_date e ORDER BY e.subject, e.month
