-- By which departments is the district summed up? One row per department that has bought, numbered in the order of codes.
SELECT ROW_NUMBER() OVER (ORDER BY c.department) AS number, c.department, d.name AS department_name
FROM (SELECT DISTINCT department FROM purchases) c
JOIN units d ON d.unit = c.department
ORDER BY c.department
