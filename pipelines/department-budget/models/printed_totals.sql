-- Which printed figures are totals of others? One row per publisher, total and breakdown; the value as in the register of printed figures.
SELECT DISTINCT t.publisher, t.id AS total, part.breakdown, t.section, t.item, t.value, t.decimals, t.unit, t.claim,
  t._file, t._row
FROM printed part
JOIN printed t ON t.publisher = part.publisher AND t.id = part.total
