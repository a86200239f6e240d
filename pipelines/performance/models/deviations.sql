-- Which indicators missed their target or went far beyond it? One row per subject and indicator, with the reason.
SELECT subject, family, indicator, group_name, sequence, target_text, shown, deviation, reason_text
FROM monitored
WHERE deviation IS NOT NULL
ORDER BY subject, sequence
