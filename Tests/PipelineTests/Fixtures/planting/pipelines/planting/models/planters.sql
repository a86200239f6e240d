-- Who planted? One row per unit.
SELECT unit, name, trees FROM plantings ORDER BY unit
