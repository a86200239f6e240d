-- Which indicators lack data or a score? One row per subject and indicator; at year's end also those without a score.
SELECT m.subject, m.indicator, m.group_name, m.sequence, m.target_text,
  CASE WHEN m.state = '已评分' OR k.is_year = 0 AND m.state = '未评分' THEN '无数据' ELSE m.state END AS state
FROM monitored m
JOIN clock k
WHERE m.state <> '已评分' AND (k.is_year = 1 OR m.state <> '未评分')
ORDER BY m.subject, m.sequence
