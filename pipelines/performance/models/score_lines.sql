-- What makes up a total? One row per subject, family of profiles and line: the execution, and every indicator. Points in hundredths.
SELECT subject, profile, family, own, 0 AS sequence, '预算执行率' AS group_name, '预算执行率' AS indicator,
  execution_points AS points, execution_score AS score
FROM score_totals
UNION ALL
SELECT subject, profile, family, own, sequence, group_name, indicator, points, score
FROM scores
ORDER BY subject, profile, sequence
