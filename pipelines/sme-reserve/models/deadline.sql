-- Until when are the units to report? One row; the date as text. A date that a document sets goes before the parameter.
SELECT COALESCE(d.deadline, (p.year + 1) || '-' || a.deadline) AS deadline
FROM period p
CROSS JOIN parameters a
LEFT JOIN sme_deadlines d ON d.year = p.year
