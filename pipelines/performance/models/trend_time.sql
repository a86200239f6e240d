-- How much of the year is gone at the end of a month? One row per month.
SELECT DISTINCT month, month AS gone, 12 AS whole FROM execution_to_date
