-- Who has not reported, and who too late? One row per unit, those that have not first.
SELECT ROW_NUMBER() OVER (ORDER BY CASE WHEN report_date IS NULL THEN 0 ELSE 1 END, department, unit) AS number, unit, name, department_name, state, report_date,
  deadline
FROM reporting_units
WHERE state <> '按期填报'
ORDER BY number
