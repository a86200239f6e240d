import Foundation
import Testing

@testable import Store

/// What a pipeline's SQL may not do, as it is found before any data is read. Each row: why, the SELECT, and all that is
/// refused, with its line.
@Suite("SQL that is refused")
struct RefusedSQLTests {
  @Test(arguments: [
    ("NATURAL", "SELECT a.amount FROM a NATURAL JOIN b", [RefusedSQL(.hiddenJoin("NATURAL"))]),
    (
      "NATURAL LEFT", "SELECT a.amount FROM a\nnatural left join b",
      [RefusedSQL(.hiddenJoin("NATURAL"), line: 2)]
    ),
    ("USING", "SELECT a.amount FROM a JOIN b USING (unit)", [RefusedSQL(.hiddenJoin("USING"))]),
    (
      "USING in a subquery, behind a comment",
      "-- not USING\nSELECT amount FROM a WHERE unit IN (\n  SELECT a.unit FROM a JOIN b Using(unit))",
      [RefusedSQL(.hiddenJoin("USING"), line: 3)]
    ),
    ("division", "SELECT amount / 2 AS half FROM a", [RefusedSQL(.division)]),
    (
      "division in a condition", "SELECT amount FROM a WHERE amount\n/2 > 1", [RefusedSQL(.division, line: 2)]
    ),
    (
      "division of reals, made whole again",
      "SELECT CAST(CAST(amount AS REAL) / 3 AS INTEGER) AS third FROM a",
      [RefusedSQL(.cast("REAL")), RefusedSQL(.division)]
    ),
    (
      "a type with decimals", "SELECT CAST(amount AS DECIMAL(10, 2)) AS x FROM a",
      [RefusedSQL(.cast("DECIMAL"))]
    ),
    (
      "a share as a decimal", "SELECT CAST(amount * 0.1 AS INTEGER) AS x FROM a",
      [RefusedSQL(.decimal("0.1"))]
    ),
    ("an exponent", "SELECT amount * 1e-2 AS x FROM a", [RefusedSQL(.decimal("1e-2"))]),
    ("a point at the end", "SELECT amount * 2. AS x FROM a", [RefusedSQL(.decimal("2."))]),
    ("a place without a value", "SELECT amount FROM a WHERE unit = ?", [RefusedSQL(.parameter("?"))]),
    ("a named place", "SELECT amount FROM a WHERE unit = :unit", [RefusedSQL(.parameter(":unit"))]),
    (
      "other named places", "SELECT @a, $b, ?2",
      [RefusedSQL(.parameter("@a")), RefusedSQL(.parameter("$b")), RefusedSQL(.parameter("?2"))]
    ),
    ("the smaller of two", "SELECT min(amount, 3) AS x FROM a", [RefusedSQL(.severalArguments("MIN"))]),
    (
      "two kinds at once", "SELECT a.amount / 2 AS x\nFROM a JOIN b USING (unit)",
      [RefusedSQL(.division), RefusedSQL(.hiddenJoin("USING"), line: 2)]
    ),
    ("a function that crashes", "SELECT rtreecheck('x')", [RefusedSQL(.function("rtreecheck"))]),
    ("a function of files", "SELECT load_extension('x')", [RefusedSQL(.function("load_extension"))]),
    ("a function with decimals", "SELECT round(amount) FROM a", [RefusedSQL(.function("round"))]),
    ("a mean", "SELECT avg(amount) FROM a", [RefusedSQL(.function("avg"))]),
    ("the clock", "SELECT CURRENT_DATE", [RefusedSQL(.function("current_date"))]),
    ("a pattern of SQLite's own", "SELECT unit FROM a WHERE unit GLOB '9*'", [RefusedSQL(.function("glob"))]),
    ("a table of a function", "SELECT value FROM json_each('[1]')", [RefusedSQL(.statement)]),
    ("a table of SQLite's own", "SELECT count(*) AS n FROM json_each", [RefusedSQL(.statement)]),
    ("the columns of a table", "SELECT name FROM pragma_table_info('a')", [RefusedSQL(.statement)]),
    ("the schema", "SELECT name FROM sqlite_master", [RefusedSQL(.table("sqlite_master"))]),
  ])
  func refuses(_ why: String, sql: String, expected: [RefusedSQL]) throws {
    #expect(refused(sql) == expected)
  }

  /// What another database would refuse, and SQLite takes from any row.
  @Test(arguments: [
    ("beside GROUP BY", "SELECT unit, name, SUM(amount) AS s FROM a GROUP BY unit", ["name"]),
    ("named with its table", "SELECT a.unit, a.name, COUNT(*) AS n FROM a GROUP BY a.unit", ["a.name"]),
    (
      "the other table's column",
      "SELECT b.unit, SUM(a.amount) AS s FROM a JOIN b ON b.unit = a.unit GROUP BY a.unit", ["b.unit"]
    ),
    ("in an expression", "SELECT unit || '：' || name AS x FROM a GROUP BY unit", ["name"]),
    (
      "in a CASE", "SELECT unit, CASE WHEN name = 'x' THEN 1 ELSE 0 END AS is_x FROM a GROUP BY unit",
      ["name"]
    ),
    ("in HAVING", "SELECT unit FROM a GROUP BY unit HAVING SUM(amount) > 0 AND name = 'x'", ["name"]),
    ("in ORDER BY", "SELECT unit, SUM(amount) AS s FROM a GROUP BY unit ORDER BY name", ["name"]),
    ("beside a total", "SELECT name, MAX(amount) AS most FROM a", ["name"]),
    ("all columns", "SELECT * FROM a GROUP BY unit", ["*"]),
    ("all of one table", "SELECT a.*, COUNT(*) AS n FROM a GROUP BY unit", ["a.*"]),
    (
      "in a subquery", "SELECT x.unit FROM (SELECT unit, name, SUM(amount) AS s FROM a GROUP BY unit) x",
      ["name"]
    ),
    (
      "in the second half of a union",
      "SELECT unit, name FROM a UNION ALL SELECT unit, name FROM a GROUP BY unit", ["name"]
    ),
    ("in a common table", "WITH t AS (SELECT name, SUM(amount) AS s FROM a) SELECT s FROM t", ["name"]),
    (
      "in a window over groups",
      "SELECT unit, ROW_NUMBER() OVER (ORDER BY name) AS place FROM a GROUP BY unit", ["name"]
    ),
    ("without AS", "SELECT unit u, name n, SUM(amount) s FROM a GROUP BY u", ["name"]),
  ])
  func refusesBareColumns(_ why: String, sql: String, expected: [String]) throws {
    #expect(refused(sql) == expected.map { RefusedSQL(.bareColumn($0)) })
  }

  @Test(arguments: [
    ("ON", "SELECT a.amount FROM a JOIN b ON a.unit = b.unit"),
    (
      "words in texts, names and comments",
      "SELECT 'NATURAL / USING ?' AS \"using\" FROM a -- 1/2 ?\n/* :x */"
    ),
    ("a doubled quote", "SELECT 'it''s / ' AS x, \"unit\" FROM a"),
    ("grouped by place", "SELECT unit, name, SUM(amount) AS s FROM a GROUP BY 1, 2 ORDER BY 1"),
    (
      "grouped by alias",
      "SELECT substr(unit, 1, 3) AS head, SUM(amount) AS s FROM a GROUP BY head ORDER BY s"
    ),
    ("grouped by an alias of a column", "SELECT name AS n, SUM(amount) AS s FROM a GROUP BY n"),
    (
      "grouped by the expression", "SELECT SUBSTR(unit,1,3) || '…' AS head FROM a GROUP BY substr(unit, 1, 3)"
    ),
    ("with the table's name, or without", "SELECT a.unit, SUM(amount) AS s FROM a GROUP BY unit"),
    ("smallest and largest", "SELECT unit, MIN(name) AS name, MAX(_row) AS _row FROM a GROUP BY unit"),
    ("filtered", "SELECT unit, SUM(amount) FILTER (WHERE name = 'x') AS s FROM a GROUP BY unit"),
    ("constants beside groups", "SELECT '合计' AS name, NULL AS unit, 1 AS n, SUM(amount) AS s FROM a"),
    ("a window without groups", "SELECT unit, name, SUM(amount) OVER (PARTITION BY unit) AS s FROM a"),
    (
      "a window over groups",
      "SELECT unit, SUM(SUM(amount)) OVER (ORDER BY unit ROWS UNBOUNDED PRECEDING) AS s FROM a GROUP BY unit"
    ),
    ("a cast", "SELECT unit, CAST(SUM(amount) AS INTEGER) AS s FROM a GROUP BY unit"),
    (
      "a subquery of its own",
      "SELECT unit, (SELECT MIN(name) FROM b WHERE b.unit = a.unit) AS name FROM a GROUP BY unit"
    ),
    ("the rest of a division", "SELECT amount % 100 AS x FROM a"),
    ("counting in a condition", "SELECT unit FROM a GROUP BY unit HAVING COUNT(DISTINCT name) > 1"),
    ("a hexadecimal number", "SELECT 0x1e AS x"),
    ("a text that begins with", "SELECT unit FROM a WHERE name LIKE '示例%' OR name IS NOT DISTINCT FROM unit"),
  ])
  func allows(_ why: String, sql: String) throws {
    #expect(refused(sql) == [])
  }

  @Test("the README lists the functions, and no others")
  func documentsFunctions() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| every function but ") })
    let listed = line.matches(of: /`([a-z_]+)`/).map { String($0.1) }
    // `LIKE` is an operator.
    #expect(listed.sorted() == SQLFunctions.known.subtracting(["like"]).sorted())
  }

  private func refused(_ sql: String) -> [RefusedSQL] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID()).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let store = try Store(path: path)
      for table in ["a", "b"] {
        try store.createTable(table, columns: [("unit", false), ("name", false), ("amount", true)])
      }
      _ = try store.reader().examine(sql)
      return []
    } catch StoreError.refused(let refused) {
      return refused
    } catch {
      Issue.record("\(error)")
      return []
    }
  }
}
