-- What was achieved up to the period's month? One row per row of the register up to then.
SELECT a._file, a._row, a.unit, a.project, a.unit || COALESCE('-' || a.project, '') AS subject, a.indicator, a.month,
  a.basis, a.actual, a.actual_value, a.actual_unit, a.level, a.entered, a.reason, a.measures, a.evidence
FROM actuals a
JOIN clock k ON a.month <= k.month
