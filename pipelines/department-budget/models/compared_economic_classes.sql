-- Which economic classes must the text name, so that their changes add up? One row per publisher and class of this year or the year before.
SELECT DISTINCT e.publisher, c.economic AS code, c.economic, c.name
FROM published_expenditure e
JOIN economics c ON c.economic = substr(e.economic, 1, 3)
ORDER BY e.publisher, c.economic
