-- What does each profile make of a subject? One row per subject and profile. Points in hundredths.
SELECT t.subject, t.profile, t.family AS of_family, f.title, f.document, t.unscored,
  COALESCE(t.grade, '未评（' || t.unscored || ' 项没有得分）') AS grade_text,
  CASE WHEN t.most IS NOT NULL AND t.summed > t.most THEN '执行率偏低，总分封顶。' ELSE '' END
    || CASE WHEN t.points = 10000 THEN '' ELSE '目标自带的权重与本方案合计不是 100 分，不可比。' END AS notes
FROM score_totals t
JOIN fitting_profiles f ON f.profile = t.profile
ORDER BY t.subject, t.profile
