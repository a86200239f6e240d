-- Who publishes this year, and what is said of it outside the tables? One row per unit and department; counts of people and cars.
WITH sizes AS (
  SELECT m.publisher, COUNT(*) AS unit_count,
    MAX(CASE WHEN m.unit <> m.publisher THEN 1 ELSE 0 END) AS is_department
  FROM membership m
  JOIN period p ON p.year = m.year
  GROUP BY m.publisher),
cars AS (
  SELECT v.publisher,
    SUM(CASE WHEN v.kind = '车辆' THEN v.vehicles END) AS vehicles,
    SUM(CASE WHEN v.kind = '一般公务用车' THEN v.vehicles END) AS vehicles_general,
    SUM(CASE WHEN v.kind = '执法执勤用车' THEN v.vehicles END) AS vehicles_enforcement,
    SUM(CASE WHEN v.kind = '购置车辆' THEN v.vehicles END) AS vehicles_purchased
  FROM published_vehicles v
  JOIN period p ON p.year = v.year
  GROUP BY v.publisher)
SELECT u.unit AS publisher, u.name, u.department, d.name AS department_name,
  CASE WHEN u.unit = u.department THEN '部门' ELSE '单位' END AS scope,
  s.is_department, s.unit_count, duties.body AS duties, goal.body AS goal,
  c.vehicles, c.vehicles_general, c.vehicles_enforcement, c.vehicles_purchased,
  substr(u.vehicles_as_of, 1, 4) || ' 年 ' || CAST(substr(u.vehicles_as_of, 6, 2) AS INTEGER) || ' 月 '
    || CAST(substr(u.vehicles_as_of, 9, 2) AS INTEGER) || ' 日' AS vehicles_as_of,
  u.large_equipment,
  n.established, n.established_administrative, n.established_reference, n.established_full,
  n.established_partial, n.established_self,
  n.actual, n.serving, n.serving_administrative, n.serving_reference, n.serving_full,
  n.serving_partial, n.serving_self,
  n.retired, n.retired_veterans, n.retired_others, n.resigned, n.temporary, n.contracted, n.dependants,
  n.students, n.undergraduates, n.college_students
FROM units u
JOIN period p ON p.year = u._year
JOIN sizes s ON s.publisher = u.unit
JOIN units d ON d.unit = u.department AND d._year = u._year
LEFT JOIN cars c ON c.publisher = u.unit
LEFT JOIN staff_counts n ON n.publisher = u.unit
LEFT JOIN texts duties ON duties.unit = u.unit AND duties.section = '主要职责'
LEFT JOIN texts goal ON goal.unit = u.unit AND goal.section = '年度总体目标'
ORDER BY u.unit
