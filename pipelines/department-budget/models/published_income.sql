-- Where does a publication's money come from? One row per publisher and line of the income register, both years; fen.
SELECT m.publisher, i.unit, i.function, i.source, s.source_group AS fund, s.income_item, i.amount,
  i._year AS year, i._file, i._row
FROM income i
JOIN membership m ON m.unit = i.unit AND m.year = i._year
JOIN sources s ON s.source = i.source
