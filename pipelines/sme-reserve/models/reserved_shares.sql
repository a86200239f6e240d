-- What must be reserved, and what is? One row per unit and share: of projects above the threshold the budget, of all that is bought from small and medium enterprises the amount. Whole, reached and required in ten-thousandths of a fen.
WITH of_projects AS (
  SELECT unit, department, CASE WHEN kind = '工程' THEN '工程预留份额' ELSE '货物和服务预留份额' END AS measure,
    whole, reached, required, basis
  FROM projects
  WHERE is_above = 1),
lines AS (
  SELECT unit, MIN(department) AS department, measure, SUM(whole) AS whole, SUM(reached) AS reached, SUM(required) AS required,
    MIN(basis) AS first_basis, MAX(basis) AS last_basis
  FROM of_projects
  GROUP BY unit, measure
  UNION ALL
  SELECT c.unit, MIN(c.department), '小微企业份额', SUM(c.sme_amount) * 10000, SUM(c.small_amount) * 10000,
    SUM(c.sme_amount * s.share), MIN(s.basis), MAX(s.basis)
  FROM purchases c
  JOIN sme_shares s ON s.beneficiary = '小微企业' AND s.kind = c.kind
    AND s.valid_from <= c.date AND (s.valid_until IS NULL OR c.date <= s.valid_until)
  -- Whose size is not known is an error of its own.
  WHERE c.size IS NOT NULL
  GROUP BY c.unit)
SELECT unit, department, measure, whole, reached, required,
  CASE WHEN first_basis = last_basis THEN first_basis ELSE first_basis || '、' || last_basis END AS basis
FROM lines
ORDER BY unit, measure
