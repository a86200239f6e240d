-- What does a subject's self-evaluation say as a whole? One row per subject; the total stands in the figures.
SELECT s.subject, s.unit, s.project, s.name, s.kind, s.name_label, s.unit_name, s.department, s.implementer, s.goal,
  s.achieved, s.problems, s.next_steps, s.label, s.span,
  CASE WHEN s.project IS NULL THEN '部门资金（万元）' ELSE '项目资金（万元）' END AS funds_label, s.family, s.profile_title, s.document, s.weights_note,
  s.indicators, t.unscored, t.most, t.grade,
  COALESCE(t.grade, '未评（' || t.unscored || ' 项没有得分）')
    || CASE WHEN t.most < t.summed THEN '（执行率偏低，总分封顶）' ELSE '' END AS grade_text
FROM subjects s
JOIN score_totals t ON t.subject = s.subject AND t.own = 1
ORDER BY s.subject
