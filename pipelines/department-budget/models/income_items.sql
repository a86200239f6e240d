-- Which kinds of income must the text name? One row per publisher and kind of this year or the year before, money of the treasury as one.
SELECT i.publisher, i.income_item, MIN(CASE WHEN i.fund = '上年结转' THEN 0 ELSE s.sequence END) AS sequence
FROM published_income i
JOIN sources s ON s.source = i.source
GROUP BY i.publisher, i.income_item
ORDER BY i.publisher, sequence
