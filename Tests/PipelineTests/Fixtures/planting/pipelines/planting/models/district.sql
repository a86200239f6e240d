-- What was planted in all? One row.
SELECT '全区' AS unit, '示例区（虚构）' AS name, SUM(trees) AS trees FROM plantings
