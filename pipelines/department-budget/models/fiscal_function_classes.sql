-- Which functional classes (类) does money of the treasury fall on? One row per publisher and class.
SELECT publisher, code, function, name FROM fiscal_function_tree WHERE level = 1 ORDER BY publisher, code
