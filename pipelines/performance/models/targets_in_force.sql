-- Which target holds in the period? One row per indicator: the last change up to then, else the published target; nothing where that is no target. kind: units of one kind can be compared; takes_bare: a number without a unit is in the target's.
WITH dated AS (
  SELECT c.unit, c.project, c.indicator, c.valid_from, c.target, c.target_op, c.target_value, c.target_unit, c.target_high,
    ROW_NUMBER() OVER (PARTITION BY c.unit, c.project, c.indicator ORDER BY c.valid_from DESC) AS place
  FROM changes c
  JOIN clock k ON c.valid_from <= k.last_day),
held AS (
  SELECT t._file, t._row, t.unit, t.project, t.sequence, t.level_one, t.level_two, t.level_three, t.weight,
    t.target AS published, c.valid_from AS changed_on,
    CASE WHEN c.place IS NULL THEN t.target ELSE c.target END AS target,
    CASE WHEN c.place IS NULL THEN t.target_op ELSE c.target_op END AS target_op,
    CASE WHEN c.place IS NULL THEN t.target_value ELSE c.target_value END AS target_value,
    CASE WHEN c.place IS NULL THEN t.target_unit ELSE c.target_unit END AS target_unit,
    CASE WHEN c.place IS NULL THEN t.target_high ELSE c.target_high END AS target_high
  FROM targets t
  LEFT JOIN dated c ON c.place = 1 AND c.unit = t.unit AND COALESCE(c.project, '') = COALESCE(t.project, '')
    AND c.indicator = t.level_three),
kinds AS (
  SELECT h.*, CASE WHEN h.target_unit IN ('元', '万元', '亿元') THEN '元' WHEN h.target_unit IN ('分钟', '小时', '天', '日') THEN '分钟'
    WHEN h.target_unit = '名' THEN '位' ELSE h.target_unit END AS kind
  FROM held h)
SELECT _file, _row, unit, project, unit || COALESCE('-' || project, '') AS subject, sequence, level_one, level_two,
  level_three, weight, published, target, target_op, target_value, target_unit, target_high, changed_on, kind,
  CASE WHEN kind IN ('%', '‰', '日期', '元', '分钟') OR SUBSTR(target_unit, 1, 1) IN ('万', '亿') THEN 0 ELSE 1 END AS takes_bare,
  published || CASE WHEN changed_on IS NULL THEN '' ELSE '（' || changed_on || '起 ' || target || '）' END AS target_text
FROM kinds
ORDER BY unit, project, sequence
