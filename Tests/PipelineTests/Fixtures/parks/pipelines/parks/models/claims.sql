-- Which printed figures are held against computed ones? One row a figure, in yuan with two decimals.
SELECT _file, _row, unit, value, claim, 2 AS decimals, '元' AS unit_name FROM printed
