-- Which projects have several contracts? One row per project: what is asked of a project's contracts together concerns these alone.
SELECT project
FROM contracts
WHERE project IS NOT NULL
GROUP BY project
HAVING COUNT(*) > 1
