-- Which groups of indicators does the report name? One row per subject and first-level group, without the execution.
SELECT subject, family, group_name, MIN(sequence) AS sequence, COUNT(*) AS indicators
FROM score_lines
WHERE own = 1 AND group_name <> '预算执行率'
GROUP BY subject, family, group_name
ORDER BY subject, MIN(sequence)
