-- How many cars does a publication state? One row per year, publisher, unit and kind of car; cars.
WITH counts AS (
  SELECT _year AS year, unit, '车辆' AS kind, vehicles FROM units
  UNION ALL
  SELECT _year, unit, '一般公务用车', vehicles_general FROM units
  UNION ALL
  SELECT _year, unit, '执法执勤用车', vehicles_enforcement FROM units
  UNION ALL
  SELECT _year, unit, '购置车辆', vehicles_purchased FROM units)
SELECT m.publisher, c.unit, c.kind, c.vehicles, c.year
FROM counts c
JOIN membership m ON m.unit = c.unit AND m.year = c.year
WHERE c.vehicles IS NOT NULL
