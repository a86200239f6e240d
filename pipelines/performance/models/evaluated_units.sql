-- Who reports on a year? One row per unit that has subjects.
SELECT DISTINCT s.unit, s.unit_name, s.label, s.span, s.family FROM subjects s ORDER BY s.unit
