-- Which indicators have a progress to be shown in a chart? One row per subject and indicator that accumulates over the year.
SELECT subject, family, indicator, sequence, light, shown, target_text, forecast
FROM monitored
WHERE basis IN ('累计', '当月') AND attained IS NOT NULL
ORDER BY subject, sequence
