-- Which items does the text on 三公经费 go through? One row per publisher of this year and item, in the order of the text.
WITH items AS (
  SELECT 1 AS sequence, '因公出国（境）' AS item_group, '因公出国（境）' AS name
  UNION ALL SELECT 2, '公务接待', '公务接待'
  UNION ALL SELECT 3, '公务用车运行维护', '公务用车运行'
  UNION ALL SELECT 4, '公务用车购置', '公务用车购置')
SELECT u.publisher, i.item_group, i.name, i.sequence
FROM (SELECT DISTINCT m.publisher FROM membership m JOIN period p ON p.year = m.year) u
CROSS JOIN items i
ORDER BY u.publisher, i.sequence
