-- What are parks given this year? One row per grant; fen.
SELECT g.unit, g.amount FROM grants g JOIN period p ON p.year = g._year
