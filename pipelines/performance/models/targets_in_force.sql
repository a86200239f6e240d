-- Which target holds in the period? One row per indicator: the last change up to then, else the published target.
WITH dated AS (
  SELECT c.unit, c.project, c.indicator, c.valid_from, c.target, c.target_op, c.target_value, c.target_unit,
    ROW_NUMBER() OVER (PARTITION BY c.unit, c.project, c.indicator ORDER BY c.valid_from DESC) AS place
  FROM changes c
  JOIN clock k ON c.valid_from <= k.last_day)
SELECT t._file, t._row, t.unit, t.project, t.unit || COALESCE('-' || t.project, '') AS subject, t.sequence,
  t.level_one, t.level_two, t.level_three, t.weight, t.target AS published,
  CASE WHEN c.target IS NULL THEN t.target ELSE c.target END AS target,
  CASE WHEN c.target IS NULL THEN t.target_op ELSE c.target_op END AS target_op,
  CASE WHEN c.target IS NULL THEN t.target_value ELSE c.target_value END AS target_value,
  CASE WHEN c.target IS NULL THEN t.target_unit ELSE c.target_unit END AS target_unit,
  c.valid_from AS changed_on,
  t.target || CASE WHEN c.target IS NULL THEN '' ELSE '（' || c.valid_from || '起 ' || c.target || '）' END AS target_text
FROM targets t
LEFT JOIN dated c ON c.place = 1 AND c.unit = t.unit AND COALESCE(c.project, '') = COALESCE(t.project, '')
  AND c.indicator = t.level_three
ORDER BY t.unit, t.project, t.sequence
