-- What do the profiles give to which group? One row per group of any profile.
SELECT CASE group_name WHEN '预算执行率' THEN 1 WHEN '成本指标' THEN 2 WHEN '产出指标' THEN 3 WHEN '效益指标' THEN 4 ELSE 5 END AS sequence,
  group_name
FROM score_weights
GROUP BY group_name
ORDER BY 1, 2
