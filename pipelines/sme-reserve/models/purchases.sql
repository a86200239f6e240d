-- What was bought from small and medium enterprises? One row per contract, in the order in which it is published; fen. A size that is not stated is derived; what is reserved whole counts as 100 %; is_above tells projects over the threshold of the contract's day.
SELECT c._file, c._row, c.contract, c.project, c.project_name, c.unit, u.name AS unit_name, u.department, c.kind,
  c.project_budget, c.reserve_option, COALESCE(c.ratio, 10000) AS ratio,
  -- 3000 hundredths of a percent are printed 30, 3050 are 30.5, 5 are 0.05.
  CASE WHEN c.ratio IS NULL THEN NULL
    WHEN c.ratio % 100 = 0 AND c.ratio >= 100 THEN substr(c.ratio || '', 1, length(c.ratio || '') - 2)
    ELSE CASE WHEN c.ratio < 100 THEN '0' ELSE substr(c.ratio || '', 1, length(c.ratio || '') - 2) END
      || CASE WHEN c.ratio % 100 = 0 THEN ''
        WHEN c.ratio % 10 = 0 THEN '.' || substr((c.ratio % 100 + 100) || '', 2, 1)
        ELSE '.' || substr((c.ratio % 100 + 100) || '', 2, 2) END
  END AS printed_ratio,
  c.supplier, c.credit_code, c.stated_size, d.size AS derived_size, COALESCE(c.stated_size, d.size) AS size,
  c.amount, c.sme_amount,
  CASE WHEN COALESCE(c.stated_size, d.size) IN ('小型', '微型') THEN c.sme_amount ELSE 0 END AS small_amount,
  c.date, c.link,
  CASE WHEN c.project_budget > t.threshold THEN 1 ELSE 0 END AS is_above
FROM contracts c
JOIN units u ON u.unit = c.unit
LEFT JOIN sme_thresholds t ON t.kind = c.kind
  AND t.valid_from <= c.date AND (t.valid_until IS NULL OR c.date <= t.valid_until)
LEFT JOIN derived_sizes d ON d.credit_code = c.credit_code
ORDER BY u.department, c.unit, c.date, c.contract
