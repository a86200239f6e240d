-- Which printed figures make up a printed percentage? One row per publisher, percentage and role; the value as in the register of printed figures.
SELECT r.publisher, r.ratio, '比率' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.ratio
UNION ALL
SELECT r.publisher, r.ratio, '部分' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.part
UNION ALL
SELECT r.publisher, r.ratio, '总数' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.whole
UNION ALL
SELECT r.publisher, r.ratio, '本年' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.now
UNION ALL
SELECT r.publisher, r.ratio, '上年' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.before
UNION ALL
SELECT r.publisher, r.ratio, '增减' AS role, p.value, p.decimals, p.unit, p.item, p._file, p._row
FROM printed_ratios r
JOIN printed p ON p.publisher = r.publisher AND p.id = r.change
