-- Which rows of values are in doubt already? One row per row of the register with a wrong cell, another unit than the target's, or no target of its name (is_astray); what is missing or too little elsewhere may only follow from them. month is empty where it may be any.
SELECT subject, indicator, CASE WHEN month BETWEEN 1 AND 12 THEN month END AS month,
  CASE WHEN has_target = 0 THEN 1 ELSE 0 END AS is_astray
FROM placed_actuals
WHERE is_wrong = 1 OR has_target = 0 OR actual_value IS NOT NULL AND target_op IS NOT NULL AND fits = 0
