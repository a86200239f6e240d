-- Which projects are published with their targets? One row per publisher of this year and project; heading is its number in part three; funds are in project_funds.
SELECT m.publisher, j.project, j.name, j.department || '-' || d.name AS department_with_code,
  8 + ROW_NUMBER() OVER (PARTITION BY m.publisher ORDER BY j.project) AS heading,
  j.implementer, j.basis, j.plan, j.duration, j.overview, j.goal
FROM projects j
JOIN period p ON p.year = j._year
JOIN membership m ON m.unit = j.unit AND m.year = j._year
JOIN units d ON d.unit = j.department AND d._year = j._year
ORDER BY m.publisher, j.project
