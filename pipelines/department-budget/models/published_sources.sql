-- Which sources of funds does a publisher's income of this year come from? One row per publisher and source, in the list's order.
SELECT i.publisher, i.source
FROM published_income i
JOIN sources s ON s.source = i.source
CROSS JOIN period p
WHERE i.year = p.year
GROUP BY i.publisher, i.source
ORDER BY i.publisher, MIN(s.sequence)
