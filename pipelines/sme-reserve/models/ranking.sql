-- Who has bought most from small and medium enterprises? One row per unit that has bought, in order; equal amounts have one place.
WITH sums AS (
  SELECT unit, unit_name AS name, department, SUM(sme_amount) AS amount
  FROM purchases
  GROUP BY unit, unit_name, department)
SELECT RANK() OVER (ORDER BY s.amount DESC) AS place, s.unit, s.name, s.department, d.name AS department_name
FROM sums s
JOIN units d ON d.unit = s.department
ORDER BY s.amount DESC, s.unit
