-- Which functional classes (类) do the tables show? One row per publisher and class.
SELECT publisher, code, function, name FROM function_tree WHERE level = 1 ORDER BY publisher, code
