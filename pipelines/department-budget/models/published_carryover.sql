-- What is left for the year after (年终结转结余)? One row per publisher and line of the carry-over register, both years; fen.
SELECT m.publisher, c.unit, c.function, c.source, s.source_group AS fund, c.amount,
  c._year AS year, c._file, c._row
FROM carryover c
JOIN membership m ON m.unit = c.unit AND m.year = c._year
JOIN sources s ON s.source = c.source
