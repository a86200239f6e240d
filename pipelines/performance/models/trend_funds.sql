-- What was spent of which budget by the month, beside the time gone? One row per subject, source and month. Fen.
SELECT subject, source, month, budget, executed FROM execution_to_date
