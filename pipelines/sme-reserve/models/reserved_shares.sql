-- What must be reserved, and what is? One row per unit and share: of projects above the threshold the budget, of all that is bought from small and medium enterprises the amount. Whole, reached and required in ten-thousandths of a fen.
WITH small AS (
  SELECT c.unit, s._file, s._row, SUM(c.sme_amount) AS amount, SUM(c.small_amount) AS small_amount
  FROM purchases c
  JOIN sme_shares s ON s.beneficiary = '小微企业' AND s.kind = c.kind
    AND s.valid_from <= c.date AND (s.valid_until IS NULL OR c.date <= s.valid_until)
  -- Whose size is not known is an error of its own.
  WHERE c.size IS NOT NULL
  GROUP BY c.unit, s._file, s._row),
lines AS (
  SELECT unit, department, CASE WHEN kind = '工程' THEN '工程预留份额' ELSE '货物和服务预留份额' END AS measure,
    whole, reached, required, basis
  FROM projects
  WHERE is_above = 1
  UNION ALL
  SELECT m.unit, u.department, '小微企业份额', m.amount * 10000, m.small_amount * 10000, m.amount * s.share, s.basis
  FROM small m
  JOIN sme_shares s ON s._file = m._file AND s._row = m._row
  JOIN units u ON u.unit = m.unit)
SELECT unit, department, measure, SUM(whole) AS whole, SUM(reached) AS reached, SUM(required) AS required,
  CASE WHEN MIN(basis) = MAX(basis) THEN MIN(basis) ELSE MIN(basis) || '、' || MAX(basis) END AS basis
FROM lines
GROUP BY unit, department, measure
