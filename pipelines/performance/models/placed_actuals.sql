-- Which target does every row of values belong to, and can it be compared with that? One row per row of the register. is_wrong: a cell of it is wrong already; has_target: 0 where no target has its name; target is empty where two have it, or it cannot be read; fits: 0 where its unit is none of the target's. base_value: in 元 (fen), 分钟 or the unit itself; a bare number is in the target's unit.
WITH named AS (
  SELECT subject, level_three AS indicator, CASE WHEN COUNT(*) = 1 THEN MIN(target) END AS target,
    CASE WHEN COUNT(*) = 1 THEN MIN(target_op) END AS target_op, MIN(target_unit) AS target_unit, MIN(kind) AS kind, MIN(takes_bare) AS takes_bare
  FROM targets_in_force
  GROUP BY subject, level_three),
wrong AS (SELECT DISTINCT w._file, w._row FROM wrong_cell w),
united AS (
  SELECT a.*, a.unit || COALESCE('-' || a.project, '') AS subject, n.indicator AS named, n.target, n.target_op, n.kind,
    CASE WHEN a.actual_unit = '' AND n.takes_bare = 1 AND n.target_unit <> '' THEN 1 ELSE 0 END AS is_bare,
    CASE WHEN a.actual_unit = '' AND n.takes_bare = 1 THEN n.target_unit ELSE a.actual_unit END AS own_unit
  FROM actuals a
  LEFT JOIN named n ON n.subject = a.unit || COALESCE('-' || a.project, '') AND n.indicator = a.indicator)
SELECT u._file, u._row, u.unit, u.project, u.subject, u.indicator, u.month, u.basis, u.actual, u.actual_value,
  u.own_unit AS actual_unit, u.level, u.entered, u.reason, u.measures, u.evidence, u.target, u.target_op, u.is_bare,
  CASE WHEN w._row IS NULL THEN 0 ELSE 1 END AS is_wrong,
  CASE WHEN u.named IS NULL THEN 0 ELSE 1 END AS has_target,
  CASE WHEN u.own_unit IN ('元', '万元', '亿元') THEN CASE u.kind WHEN '元' THEN 1 ELSE 0 END
    WHEN u.own_unit IN ('分钟', '小时', '天', '日') THEN CASE u.kind WHEN '分钟' THEN 1 ELSE 0 END
    WHEN u.own_unit = '名' THEN CASE u.kind WHEN '位' THEN 1 ELSE 0 END
    WHEN u.own_unit = u.kind THEN 1 ELSE 0 END AS fits,
  u.actual_value * CASE WHEN u.own_unit = '小时' THEN 60 WHEN u.own_unit IN ('天', '日') THEN 1440 ELSE 1 END AS base_value
FROM united u
LEFT JOIN wrong w ON w._file = u._file AND w._row = u._row
