-- Who has bought most from small and medium enterprises? One row per unit that has bought, in order; equal amounts have one place.
WITH sums AS (
  SELECT unit, SUM(sme_amount) AS amount
  FROM purchases
  GROUP BY unit)
SELECT RANK() OVER (ORDER BY s.amount DESC) AS place, s.unit, u.name, u.department, d.name AS department_name
FROM sums s
JOIN units u ON u.unit = s.unit
JOIN units d ON d.unit = u.department
ORDER BY s.amount DESC, s.unit
