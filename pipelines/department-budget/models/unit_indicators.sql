-- What does the unit as a whole promise (部门整体支出绩效目标)? One row per publisher of this year and indicator, in the register's order.
SELECT t.unit AS publisher, t.sequence, t.level_one, t.level_two, t.level_three, t.target
FROM targets t
JOIN period p ON p.year = t._year
WHERE t.project IS NULL
ORDER BY t.unit, t.sequence
