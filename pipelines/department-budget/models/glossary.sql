-- Which functional subjects must be explained? One row per publisher and subject (项) that the tables use and that has an explanation.
SELECT t.publisher, t.function, t.name, f.explanation
FROM function_tree t
JOIN functions f ON f.function = t.function
WHERE t.level = 3 AND f.explanation IS NOT NULL
ORDER BY t.publisher, t.function
