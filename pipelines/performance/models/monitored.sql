-- How far is every indicator, and which light is it? One row per subject and indicator. 累计 and 当月 are held against the time gone, 时点 against the target itself. A range is held against both ends, the worse light is its own; a day is met or not.
WITH sides AS (
  SELECT s.*, CASE WHEN s.target_op IN ('≤', '<') THEN NULL ELSE s.target_base END AS least,
    CASE s.target_op WHEN '≤' THEN s.target_base WHEN '<' THEN s.target_base WHEN '至' THEN s.high_base END AS most
  FROM scores s
  WHERE s.own = 1)
SELECT s.subject, s.family, s.indicator, s.group_name, s.level_two, s.sequence, s.target_text, s.shown, s.attained,
  s.state, s.basis, s.value_month, s.points, s.points_from, s.score, s.deviation, s.evidence, s.value_file, s.value_row,
  s.target_file, s.target_row,
  CASE WHEN s.elapsed IS NOT NULL THEN s.forecast ELSE s.shown END AS forecast,
  CASE WHEN s.shown IS NULL THEN NULL WHEN s.basis = '时点' OR s.basis IS NULL THEN s.shown || '（' || s.value_month || '月）'
    ELSE s.shown END AS shown_with_month,
  CASE WHEN s.reason IS NULL THEN s.measures WHEN s.measures IS NULL THEN s.reason ELSE s.reason || '；' || s.measures END AS reason_text,
  s.reason,
  CASE
    WHEN s.shown IS NULL OR s.state = '单位不符' THEN '无数据'
    WHEN s.target_op IS NULL THEN CASE s.level WHEN '达成' THEN '绿' WHEN '部分达成' THEN '黄' WHEN '未达成' THEN '红' ELSE '无数据' END
    WHEN s.target_unit = '日期' THEN CASE WHEN s.actual_base > s.target_base THEN '红' ELSE '绿' END
    WHEN s.target_op = '=' AND s.target_base <= 0 THEN CASE WHEN s.actual_base <= 0 THEN '绿' ELSE '红' END
    WHEN s.target_base < 0 THEN CASE WHEN s.actual_base < s.least OR s.actual_base > s.most THEN '红' ELSE '绿' END
    WHEN s.actual_base < 0 AND s.least = 0 THEN '绿'
    WHEN s.elapsed IS NOT NULL THEN
      CASE WHEN s.actual_base > s.most OR s.actual_base * 1200 > s.most * s.elapsed * r.limit_yellow
          OR s.actual_base * 1200 < s.least * s.elapsed * r.progress_yellow
            AND s.actual_base * 1200 < s.least * s.elapsed * r.progress_green THEN '红'
        WHEN s.actual_base * 12 > s.most * s.elapsed OR s.actual_base * 1200 < s.least * s.elapsed * r.progress_green THEN '黄'
        ELSE '绿' END
    WHEN s.actual_base > s.most AND s.actual_base * 100 > s.most * r.limit_yellow
      OR s.actual_base < s.least AND s.actual_base * 100 < s.least * r.level_yellow THEN '红'
    WHEN s.actual_base > s.most OR s.actual_base < s.least THEN '黄'
    ELSE '绿' END AS light
FROM sides s
JOIN parameters r
ORDER BY s.subject, s.sequence
