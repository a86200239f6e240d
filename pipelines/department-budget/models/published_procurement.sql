-- What is bought through government procurement? One row per publisher, unit and kind without the total; fen.
SELECT m.publisher, g.unit, g.kind, g.amount, g._year AS year, g._file, g._row
FROM procurement g
JOIN membership m ON m.unit = g.unit AND m.year = g._year
WHERE g.kind <> '合计'
