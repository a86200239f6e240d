-- Which units does a publication name? One row per publisher of this year and unit, in the order of codes.
SELECT m.publisher, m.unit, u.name
FROM membership m
JOIN period p ON p.year = m.year
JOIN units u ON u.unit = m.unit AND u._year = m.year
ORDER BY m.publisher, m.unit
