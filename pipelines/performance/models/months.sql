-- Which months should there be values of? One row per month up to the period's.
WITH RECURSIVE counted AS (
  SELECT 1 AS month
  UNION ALL SELECT c.month + 1 FROM counted c JOIN clock k ON c.month < k.month)
SELECT month FROM counted
