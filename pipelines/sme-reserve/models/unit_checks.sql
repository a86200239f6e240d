-- Which rules does a unit's reserved procurement have to meet, and does it? One row per reported unit and rule, in the order of the rules.
WITH measures AS (
  SELECT 1 AS sequence, '货物和服务预留份额' AS measure, '限额以上货物、服务项目的预算中，预留给中小企业的份额' AS meaning
  UNION ALL SELECT 2, '工程预留份额', '限额以上工程项目的预算中，预留给中小企业的份额'
  UNION ALL SELECT 3, '小微企业份额', '面向中小企业采购金额中，小型、微型企业的份额')
SELECT u.unit, u.name, u.department, m.sequence, m.measure, m.meaning,
  CASE WHEN s.unit IS NULL THEN '没有此类项目' WHEN s.reached < s.required THEN '未达到' ELSE '达到' END AS outcome,
  CASE WHEN s.reached < s.required THEN 1 ELSE 0 END AS is_below,
  s.basis, s.whole, s.reached, s.required,
  CASE WHEN s.reached < s.required THEN x.explanation END AS explanation
FROM reporting_units u
CROSS JOIN measures m
LEFT JOIN reserved_shares s ON s.unit = u.unit AND s.measure = m.measure
LEFT JOIN explanations x ON x.unit = u.unit
WHERE u.state <> '未填报'
ORDER BY u.department, u.unit, m.sequence
