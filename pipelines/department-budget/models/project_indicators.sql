-- What does a project promise (项目支出绩效目标)? One row per publisher of this year, project and indicator, in the register's order.
SELECT m.publisher, t.project, t.sequence, t.level_one, t.level_two, t.level_three, t.target
FROM targets t
JOIN period p ON p.year = t._year
JOIN projects j ON j.project = t.project AND j._year = t._year
JOIN membership m ON m.unit = j.unit AND m.year = j._year
ORDER BY m.publisher, t.project, t.sequence
