-- Who is monitored and scored? One row per unit as a whole and per project that has targets, with its scoring profile.
WITH goals AS (SELECT unit, body FROM texts WHERE section = '年度总体目标'),
subject_groups AS (
  SELECT subject, unit, project, MAX(CASE WHEN level_one = '成本指标' THEN 1 ELSE 0 END) AS has_cost,
    COUNT(*) AS indicators, SUM(CASE WHEN weight IS NULL THEN 1 ELSE 0 END) AS unweighted
  FROM targets_in_force
  GROUP BY subject, unit, project)
SELECT g.subject, g.unit, g.project, g.has_cost, g.indicators, g.unweighted,
  CASE WHEN g.project IS NULL THEN u.name || '（部门整体）' ELSE p.name END AS name,
  CASE WHEN g.project IS NULL THEN '部门整体支出' ELSE '项目支出' END AS kind,
  CASE WHEN g.project IS NULL THEN '部门名称' ELSE '项目名称' END AS name_label,
  u.name AS unit_name, d.unit || '-' || d.name AS department,
  CASE WHEN g.project IS NULL THEN u.name ELSE p.implementer END AS implementer,
  CASE WHEN g.project IS NULL THEN t.body ELSE p.goal END AS goal,
  s.achieved, s.problems, s.next_steps, k.label, k.span, k.month, r.family, f.profile, f.title AS profile_title, f.document,
  CASE WHEN g.unweighted > 0 THEN '绩效目标没有填权重的 ' || g.unweighted || ' 个指标，按评分方案在一级指标内平均分配（余下的 0.01 分从第一个指标起各加一次）。'
    ELSE '各指标权重按绩效目标。' END AS weights_note
FROM subject_groups g
JOIN units u ON u.unit = g.unit
JOIN clock k
JOIN parameters r
LEFT JOIN units d ON d.unit = u.department
LEFT JOIN projects p ON p.project = g.project
LEFT JOIN goals t ON t.unit = g.unit
LEFT JOIN statements s ON s.unit = g.unit AND COALESCE(s.project, '') = COALESCE(g.project, '')
LEFT JOIN fitting_profiles f ON f.family = r.family AND f.has_cost = g.has_cost
ORDER BY g.subject
