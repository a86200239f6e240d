-- Which functional codes do the income and expenditure tables show? One row per publisher and code with its parents; level 1 类 (printed 201), 2 款 (03), 3 项 (2010303).
SELECT DISTINCT u.publisher, u.code, u.code AS function,
  CASE WHEN u.level = 2 THEN substr(u.code, 4, 2) ELSE u.code END AS printed_code, f.name, u.level
FROM function_use u
JOIN functions f ON f.function = u.code
ORDER BY u.publisher, u.code
