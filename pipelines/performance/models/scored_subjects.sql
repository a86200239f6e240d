-- Whose totals are made? One row per subject and fitting profile, with what it spent of which budget. Fen.
SELECT s.subject, f.profile, f.family, CASE WHEN f.profile = s.profile THEN 1 ELSE 0 END AS own,
  SUM(e.budget) AS budget, SUM(e.executed) AS executed
FROM subjects s
JOIN fitting_profiles f ON f.has_cost = s.has_cost
LEFT JOIN current_funds e ON e.subject = s.subject
GROUP BY s.subject, f.profile, f.family, s.profile
ORDER BY s.subject, f.profile
