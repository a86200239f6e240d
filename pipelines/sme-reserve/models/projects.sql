-- Is a project above the threshold, and how much of its budget has to be reserved? One row per unit and project, without those under every threshold that are reserved whole; budget in fen, the products of budget and share in ten-thousandths of a fen. The policy is that of the project's first contract.
WITH asked AS (
  SELECT unit, department, project, project_name, kind, project_budget AS budget, ratio, date, amount,
    CASE WHEN reserve_option = '采购项目整体预留' THEN 0 ELSE 1 END AS not_whole
  FROM purchases
  WHERE project_budget > (SELECT MIN(threshold) FROM sme_thresholds) OR reserve_option <> '采购项目整体预留'),
projects AS (
  -- Most projects have one contract, and need not be grouped.
  SELECT unit, department, project, project_name, kind, budget, ratio, date, 1 AS contracts, amount, not_whole
  FROM asked
  WHERE project NOT IN (SELECT project FROM repeated_projects)
  UNION ALL
  SELECT unit, MIN(department), project, MIN(project_name), MIN(kind), MIN(budget), MAX(ratio), MIN(date), COUNT(*), SUM(amount),
    SUM(not_whole)
  FROM asked
  WHERE project IN (SELECT project FROM repeated_projects)
  GROUP BY unit, project)
SELECT p.unit, p.department, p.project, p.project_name, p.kind, p.budget, p.ratio, p.date, p.contracts, p.amount,
  p.not_whole, t.threshold, s.share, s.basis,
  CASE WHEN p.budget > t.threshold THEN 1 ELSE 0 END AS is_above,
  p.budget * 10000 AS whole, p.budget * p.ratio AS reached, p.budget * s.share AS required
FROM projects p
JOIN sme_thresholds t ON t.kind = p.kind
  AND t.valid_from <= p.date AND (t.valid_until IS NULL OR p.date <= t.valid_until)
JOIN sme_shares s ON s.beneficiary = '中小企业' AND s.kind = p.kind
  AND s.valid_from <= p.date AND (s.valid_until IS NULL OR p.date <= s.valid_until)
ORDER BY p.unit, p.project
