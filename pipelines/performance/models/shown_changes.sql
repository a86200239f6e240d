-- Which targets were changed during the year? One row per change up to the period, with the target before it.
SELECT c._file, c._row, c.unit || COALESCE('-' || c.project, '') AS subject, c.indicator, c.valid_from, c.target, c.document, c.reason,
  COALESCE(LAG(c.target) OVER (PARTITION BY c.unit, c.project, c.indicator ORDER BY c.valid_from), t.target) AS before_target,
  k.year || '-01-01' AS published_on
FROM changes c
JOIN clock k ON c.valid_from <= k.last_day
LEFT JOIN targets t ON t.unit = c.unit AND COALESCE(t.project, '') = COALESCE(c.project, '') AND t.level_three = c.indicator
ORDER BY 3, c.indicator, c.valid_from
