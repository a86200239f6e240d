-- What is scored, and under which profiles? One row per indicator and fitting profile. Points in hundredths; numbers as their columns keep them.
SELECT s.subject, f.profile, t.level_three AS indicator, CASE WHEN f.profile = s.profile THEN 1 ELSE 0 END AS own,
  f.family, t.level_one AS group_name, t.sequence, t.level_two, t.target, t.target_op, t.target_value, t.target_unit, t.target_high,
  t.target_text, t._file AS target_file, t._row AS target_row, t.weight,
  v.actual_value, v.actual_unit, v.level, v.entered, v.basis, v.month AS value_month, v.reason, v.measures, v.evidence,
  v._file AS value_file, v._row AS value_row,
  CASE WHEN v.basis IN ('累计', '当月') THEN v.month END AS elapsed, 12 AS whole, k.year
FROM subjects s
JOIN clock k
JOIN fitting_profiles f ON f.has_cost = s.has_cost
JOIN targets_in_force t ON t.subject = s.subject
LEFT JOIN values_to_date v ON v.subject = s.subject AND v.indicator = t.level_three
ORDER BY s.subject, f.profile, t.sequence
