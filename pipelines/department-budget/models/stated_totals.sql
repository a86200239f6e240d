-- Does a unit state what its registers add up to? One row per year, publisher and stated total, beside the sum of the registers; fen. _file and _row are those of the unit's row.
WITH incomes AS (
  SELECT publisher, year, SUM(amount) AS total,
    SUM(CASE WHEN fund = '财政拨款' THEN amount ELSE 0 END) AS fiscal
  FROM published_income
  GROUP BY publisher, year),
spendings AS (
  SELECT publisher, year, SUM(amount) AS total,
    SUM(CASE WHEN stage = '基本支出' THEN amount ELSE 0 END) AS basic
  FROM published_expenditure
  GROUP BY publisher, year),
sides AS (
  SELECT u._file, u._row, u._year AS year, u.unit AS publisher, u.stated_income, u.stated_fiscal, u.stated_other,
    u.stated_expenditure, u.stated_basic, u.stated_project,
    COALESCE(i.total, 0) AS income, COALESCE(i.fiscal, 0) AS fiscal,
    COALESCE(e.total, 0) AS expenditure, COALESCE(e.basic, 0) AS basic
  FROM units u
  LEFT JOIN incomes i ON i.publisher = u.unit AND i.year = u._year
  LEFT JOIN spendings e ON e.publisher = u.unit AND e.year = u._year),
totals AS (
  SELECT _file, _row, year, publisher, '收入预算合计' AS item, stated_income AS stated, income AS computed FROM sides
  UNION ALL
  SELECT _file, _row, year, publisher, '财政拨款', stated_fiscal, fiscal FROM sides
  UNION ALL
  SELECT _file, _row, year, publisher, '其他经费', stated_other, income - fiscal FROM sides
  UNION ALL
  SELECT _file, _row, year, publisher, '支出预算合计', stated_expenditure, expenditure FROM sides
  UNION ALL
  SELECT _file, _row, year, publisher, '基本支出', stated_basic, basic FROM sides
  UNION ALL
  SELECT _file, _row, year, publisher, '项目支出', stated_project, expenditure - basic FROM sides)
SELECT _file, _row, year, publisher, item, stated, computed FROM totals WHERE stated IS NOT NULL
