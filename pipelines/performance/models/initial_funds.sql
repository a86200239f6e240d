-- What was the budget at the beginning of the year? One row per subject and source, from the published budget. Fen.
SELECT i.unit AS subject, s.source_group AS source, SUM(i.amount) AS initial
FROM income i
JOIN sources s ON s.source = i.source
GROUP BY i.unit, s.source_group
UNION ALL SELECT unit || '-' || project, '财政拨款', stated_fiscal FROM projects
UNION ALL SELECT unit || '-' || project, '上年结转', stated_carried FROM projects
UNION ALL SELECT unit || '-' || project, '其他资金', stated_other FROM projects
