-- Which lines are compared between profiles? One row per subject and line of the subject's own profile.
SELECT subject, sequence, group_name, indicator FROM score_lines WHERE own = 1 ORDER BY subject, sequence
