-- What may a project cost at most (经济成本指标)? One row per publisher, project and cost target in money; fen.
SELECT m.publisher, t.unit, t.project, t.level_three AS indicator, t.target_value AS amount,
  t._year AS year, t._file, t._row
FROM targets t
JOIN membership m ON m.unit = t.unit AND m.year = t._year
WHERE t.project IS NOT NULL AND t.level_two = '经济成本指标' AND t.target_unit IN ('元', '万元', '亿元')
