-- What are the first-level groups of a subject? One row per subject and group, in the order of its lines.
SELECT subject, family, group_name, MIN(sequence) AS sequence, COUNT(*) AS indicators
FROM score_lines
WHERE own = 1
GROUP BY subject, family, group_name
ORDER BY subject, MIN(sequence)
