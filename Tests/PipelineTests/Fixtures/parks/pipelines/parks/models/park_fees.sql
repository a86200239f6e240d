-- What do parks take in? One row per unit, item and year; fen.
SELECT f.unit, f.item, f.amount, f._year AS year FROM fees f
