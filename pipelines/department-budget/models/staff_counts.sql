-- How many people does a publication state? One row per publisher of this year; people, subtotals as given in the register.
SELECT m.publisher,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '小计' THEN s.headcount END) AS established,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '行政' THEN s.headcount END) AS established_administrative,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '参公' THEN s.headcount END) AS established_reference,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '全部补助' THEN s.headcount END) AS established_full,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '部分补助' THEN s.headcount END) AS established_partial,
  SUM(CASE WHEN s.kind = '编制' AND s.category = '自收自支' THEN s.headcount END) AS established_self,
  SUM(CASE WHEN s.kind = '实有' AND s.category = '小计' THEN s.headcount END) AS actual,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '小计' THEN s.headcount END) AS serving,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '行政' THEN s.headcount END) AS serving_administrative,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '参公' THEN s.headcount END) AS serving_reference,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '全部补助' THEN s.headcount END) AS serving_full,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '部分补助' THEN s.headcount END) AS serving_partial,
  SUM(CASE WHEN s.kind = '在职' AND s.category = '自收自支' THEN s.headcount END) AS serving_self,
  SUM(CASE WHEN s.kind = '离退休' AND s.category = '小计' THEN s.headcount END) AS retired,
  SUM(CASE WHEN s.kind = '离退休' AND s.category = '离休' THEN s.headcount END) AS retired_veterans,
  SUM(CASE WHEN s.kind = '离退休' AND s.category = '退休' THEN s.headcount END) AS retired_others,
  SUM(CASE WHEN s.kind = '退职' AND s.category = '小计' THEN s.headcount END) AS resigned,
  SUM(CASE WHEN s.kind = '临时工' AND s.category = '小计' THEN s.headcount END) AS temporary,
  SUM(CASE WHEN s.kind = '聘用' AND s.category = '小计' THEN s.headcount END) AS contracted,
  SUM(CASE WHEN s.kind = '遗属' AND s.category = '小计' THEN s.headcount END) AS dependants,
  SUM(CASE WHEN s.kind = '在校学生' AND s.category = '小计' THEN s.headcount END) AS students,
  SUM(CASE WHEN s.kind = '在校学生' AND s.category = '本科生' THEN s.headcount END) AS undergraduates,
  SUM(CASE WHEN s.kind = '在校学生' AND s.category = '专科生' THEN s.headcount END) AS college_students
FROM staff s
JOIN period p ON p.year = s._year
JOIN membership m ON m.unit = s.unit AND m.year = s._year
GROUP BY m.publisher
