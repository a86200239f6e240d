import Testing

@testable import Store

/// What a column of a SELECT can hold, as its text says it. Each row: why, the SELECT, and what each column is;
/// `?` is one of which the text does not say it.
@Suite("Where columns come from")
struct ColumnOriginsTests {
  private static let tables = ["spending": ["unit", "item", "amount"], "units": ["unit", "name"]]

  private func origins(_ sql: String, count: Int) -> [String] {
    ColumnOrigins { Self.tables[$0] }.origins(of: sql, count: count).map { origins in
      guard let origins else { return "?" }
      let words = origins.map { origin in
        switch origin {
        case .constant(let value): "'\(value)'"
        case .column(let table, let name): "\(table).\(name)"
        }
      }
      return words.sorted().joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("columns", "SELECT unit, s.item AS thing FROM spending s", ["spending.unit", "spending.item"]),
    ("all columns", "SELECT * FROM units", ["units.unit", "units.name"]),
    (
      "all of one table", "SELECT u.*, s.item FROM spending s JOIN units AS u ON u.unit = s.unit",
      ["units.unit", "units.name", "spending.item"]
    ),
    ("constants", "SELECT '维修' AS item, 1 one, -2, NULL FROM units;", ["'维修'", "'1'", "'-2'", ""]),
    ("a text with a quote", "SELECT 'a''b' AS x", ["'a''b'"].map { $0.replacing("''", with: "'") }),
    ("CASE", "SELECT CASE WHEN item = '甲' THEN '乙' ELSE '丙' END AS kind FROM spending", ["'丙' '乙'"]),
    (
      "CASE that keeps the column", "SELECT CASE item WHEN '甲' THEN '乙' ELSE item END FROM spending",
      ["'乙' spending.item"]
    ),
    (
      "CASE in CASE", "SELECT CASE WHEN 1 THEN CASE WHEN 2 THEN 'a' ELSE 'b' END END x FROM units",
      ["'a' 'b'"]
    ),
    (
      "COALESCE and the like", "SELECT COALESCE(item, '无'), NULLIF(item, ''), MIN(item) FROM spending",
      ["'无' spending.item", "spending.item", "spending.item"]
    ),
    ("UNION", "SELECT 'a' AS x UNION ALL SELECT item FROM spending", ["'a' spending.item"]),
    (
      "WITH", "WITH a AS (SELECT item AS x FROM spending), b(y) AS (SELECT x FROM a) SELECT y FROM b",
      ["spending.item"]
    ),
    ("VALUES", "WITH k(name) AS (VALUES ('a'), ('b')) SELECT k.name FROM k", ["'a' 'b'"]),
    (
      "a subquery in FROM",
      "SELECT f.fund FROM units u JOIN (SELECT 2 AS n, '甲' AS fund UNION ALL SELECT 3, '乙') f LEFT JOIN spending s ON s.unit = u.unit",
      ["'乙' '甲'"]
    ),
    (
      "a subquery for a value", "SELECT (SELECT s.item FROM spending s WHERE s.unit = u.unit) FROM units u",
      ["spending.item"]
    ),
    (
      "an outer column in a subquery", "SELECT (SELECT u.name FROM spending s LIMIT 1) FROM units u",
      ["units.name"]
    ),
    ("a comment with a quote", "-- it's\nSELECT item FROM spending", ["spending.item"]),
    (
      "a condition with UNION's words in a text", "SELECT 'x' AS a FROM units WHERE name <> 'UNION SELECT'",
      ["'x'"]
    ),
  ])
  func told(_ why: String, sql: String, expected: [String]) {
    #expect(origins(sql, count: expected.count) == expected, "\(why)")
  }

  @Test(
    "what is computed may be anything",
    arguments: [
      "SELECT item || '甲' AS x FROM spending", "SELECT substr(item, 1, 3) FROM spending",
      "SELECT CASE WHEN 1 THEN upper(item) ELSE 'a' END FROM spending", "SELECT amount + 1 FROM spending",
      "SELECT item ISNULL FROM spending", "SELECT item = '甲' FROM spending", "SELECT x FROM nobody",
      "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
      "SELECT CASE WHEN 1 THEN 'a' END || 'b' FROM spending",
      "SELECT MIN(item) OVER (ORDER BY unit) FROM spending",
      "SELECT 'a' AS x UNION SELECT upper(item) FROM spending",
      "SELECT x.item FROM (spending s JOIN units u ON 1) x",
    ])
  func untold(sql: String) {
    #expect(origins(sql, count: 1) == ["?"])
  }

  @Test("another number of columns than SQLite counts is not understood")
  func count() {
    #expect(origins("SELECT unit, item FROM spending", count: 3) == ["?", "?", "?"])
  }
}
