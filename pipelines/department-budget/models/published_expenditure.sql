-- What is a publication's money spent on? One row per publisher and line of the expenditure register, both years; fen.
SELECT m.publisher, e.unit, e.function, e.economic,
  CASE WHEN e.kind = '项目支出' THEN '项目支出' ELSE '基本支出' END AS stage,
  e.kind, e.project, e.source, s.source_group AS fund, e.amount,
  e._year AS year, e._file, e._row
FROM expenditure e
JOIN membership m ON m.unit = e.unit AND m.year = e._year
JOIN sources s ON s.source = e.source
