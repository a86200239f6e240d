-- Who has bought most from small and medium enterprises? One row per unit that has bought, in order; equal amounts have one place.
WITH sums AS (
  SELECT c.unit, c.unit_name AS name, c.department, d.name AS department_name, SUM(c.sme_amount) AS amount
  FROM purchases c
  JOIN units d ON d.unit = c.department
  GROUP BY c.unit, c.unit_name, c.department, d.name)
SELECT RANK() OVER (ORDER BY s.amount DESC) AS place, s.unit, s.name, s.department, s.department_name
FROM sums s
ORDER BY s.amount DESC, s.unit
