-- Which economic classes is money spent on this year? One row per publisher and class.
SELECT DISTINCT e.publisher, c.economic AS code, c.economic, c.name
FROM published_expenditure e
JOIN period p ON p.year = e.year
JOIN economics c ON c.economic = substr(e.economic, 1, 3)
ORDER BY e.publisher, c.economic
