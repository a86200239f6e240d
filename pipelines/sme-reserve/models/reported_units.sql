-- Who has reported? One row per unit, with what its notice says; the date in words.
SELECT unit, name, department, department_name, district, title, report_date, state,
  substr(report_date, 1, 4) || '年' || CAST(substr(report_date, 6, 2) AS INTEGER) || '月'
    || CAST(substr(report_date, 9, 2) AS INTEGER) || '日' AS printed_date,
  unit AS publisher
FROM reporting_units
WHERE state <> '未填报'
ORDER BY department, unit
