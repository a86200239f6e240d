-- Which functional classes must the text name, so that their changes add up? One row per publisher and class of this year or the year before.
SELECT DISTINCT e.publisher, f.function AS code, f.function, f.name
FROM published_expenditure e
JOIN functions f ON f.function = substr(e.function, 1, 3)
ORDER BY e.publisher, f.function
