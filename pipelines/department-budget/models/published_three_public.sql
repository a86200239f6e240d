-- What do travel, receptions and cars cost (三公经费)? One row per publisher, unit and item without the total, both years; fen.
SELECT m.publisher, t.unit, t.item,
  CASE WHEN t.item LIKE '因公出国%' THEN '因公出国（境）' ELSE t.item END AS item_group,
  t.amount, t.reason, t._year AS year, t._file, t._row
FROM three_public t
JOIN membership m ON m.unit = t.unit AND m.year = t._year
WHERE t.item <> '合计'
