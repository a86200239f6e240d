-- What was bought from small and medium enterprises? One row per contract, in the order in which it is published; fen. A size that is not stated is derived; what is reserved whole counts as 100 %.
WITH sized AS (
  SELECT c._file, c._row, c.contract, c.project, c.project_name, c.unit, u.name AS unit_name, u.department, c.kind,
    c.project_budget, c.reserve_option, c.ratio AS stated_ratio, COALESCE(c.ratio, 10000) AS ratio,
    c.supplier, c.credit_code, c.stated_size, d.size AS derived_size, COALESCE(c.stated_size, d.size) AS size,
    c.amount, c.sme_amount, c.date, c.link
  FROM contracts c
  JOIN units u ON u.unit = c.unit
  LEFT JOIN derived_sizes d ON d.credit_code = c.credit_code)
SELECT s.*,
  CASE WHEN s.size IN ('小型', '微型') THEN s.sme_amount ELSE 0 END AS small_amount,
  -- 3000 hundredths of a percent are printed 30, 3050 are 30.5, 5 are 0.05.
  CASE WHEN s.stated_ratio < 100 THEN '0' ELSE substr(s.stated_ratio || '', 1, length(s.stated_ratio || '') - 2) END
    || CASE WHEN s.stated_ratio % 100 = 0 THEN ''
      WHEN s.stated_ratio % 10 = 0 THEN '.' || substr((s.stated_ratio % 100 + 100) || '', 2, 1)
      ELSE '.' || substr((s.stated_ratio % 100 + 100) || '', 2, 2) END AS printed_ratio,
  ROW_NUMBER() OVER (PARTITION BY s.unit ORDER BY s.date, s.contract) AS number_in_unit,
  ROW_NUMBER() OVER (PARTITION BY s.department ORDER BY s.unit, s.date, s.contract) AS number_in_department
FROM sized s
ORDER BY s.department, s.unit, s.date, s.contract
