import Figures
import Foundation
import Testing

@testable import Store

/// A store in a folder of its own, with a small register of expenditure.
private func makeStore(timeLimit: Int = 60) throws -> Store {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID()).sqlite").path
  let store = try Store(path: path, timeLimit: timeLimit)
  try store.createTable("expenditure", columns: [("code", false), ("amount", true)])
  try store.load("expenditure", columns: ["code", "amount"], file: 1, year: 2025) { loader in
    let batch = RowBatch(columns: 2)
    for (row, (code, amount)) in [("201", 100), ("208", -5), ("", 7)].enumerated() {
      batch.cells.append(.init(payload: Int64(batch.bytes.count), length: Int32(code.utf8.count)))
      batch.cells.append(.init(payload: Int64(amount), length: RowBatch.Cell.integer))
      batch.bytes += Array(code.utf8)
      batch.rowNumbers.append(Int64(row + 2))
    }
    batch.cells.append(.init(payload: 0, length: RowBatch.Cell.null))
    batch.cells.append(.init(payload: 9, length: RowBatch.Cell.integer))
    batch.rowNumbers.append(7)
    try loader.load(batch)
  }
  return store
}

@Suite("The store")
struct StoreTests {
  @Test("keeps every cell, empty apart from missing, with its row")
  func loads() throws {
    let rows = try makeStore().reader().rows(
      "SELECT code, amount, _row, _year FROM expenditure ORDER BY _row")
    #expect(rows.map { $0["code"] } == [.text("201"), .text("208"), .text(""), .null])
    #expect(rows.map { $0["amount"] } == [.integer(100), .integer(-5), .integer(7), .integer(9)])
    #expect(rows.map { $0["_row"] } == [.integer(2), .integer(3), .integer(4), .integer(7)])
  }

  @Test("takes back what was loaded when the reading fails")
  func takesBack() throws {
    struct Cut: Error {}
    let store = try makeStore()
    #expect(throws: Cut.self) {
      try store.load("expenditure", columns: ["code", "amount"], file: 2, year: 2025) { loader in
        let batch = RowBatch(columns: 2)
        batch.cells = [.init(payload: 0, length: -1), .init(payload: 1, length: -2)]
        batch.rowNumbers = [2]
        try loader.load(batch)
        throw Cut()
      }
    }
    #expect(try store.reader().rows("SELECT * FROM expenditure").count == 4)
  }

  /// Large batches go in several rows at a time; none may be lost or shifted, whatever is left over at the end.
  @Test(arguments: [1, 31, 511, 512, 513, 543, 1000])
  func loadsBatchesOfAnySize(count: Int) throws {
    let store = try makeStore()
    try store.load("expenditure", columns: ["code", "amount"], file: 2, year: 2025) { loader in
      let batch = RowBatch(columns: 2)
      for row in 0..<count {
        let code = Array("c\(row)".utf8)
        batch.cells.append(
          row % 7 == 3
            ? .init(payload: 0, length: RowBatch.Cell.null)
            : .init(payload: Int64(batch.bytes.count), length: Int32(code.count)))
        batch.cells.append(.init(payload: Int64(row * 11), length: RowBatch.Cell.integer))
        batch.bytes += code
        batch.rowNumbers.append(Int64(row + 2))
      }
      try loader.load(batch)
    }
    let rows = try store.reader().rows(
      "SELECT code, amount, _row, _file FROM expenditure WHERE _file = 2 ORDER BY rowid")
    #expect(rows.count == count)
    for (row, found) in rows.enumerated() {
      let code: Value = row % 7 == 3 ? .null : .text("c\(row)")
      #expect(found.values == [code, .integer(Int64(row * 11)), .integer(Int64(row + 2)), .integer(2)])
    }
  }

  @Test("makes models after the models that they read")
  func ordersModels() throws {
    let models = try makeStore().examineModels([
      Model(name: "top", sql: "-- ?\nSELECT sum(amount) AS amount FROM by_code;\n"),
      Model(name: "by_code", sql: "SELECT code, sum(amount) AS amount FROM expenditure GROUP BY code"),
    ]) { model, error in Issue.record("\(model.name): \(error)") }
    #expect(models.map(\.model.name) == ["by_code", "top"])
    #expect(models.map(\.columns) == [["code", "amount"], ["amount"]])
    #expect(models.map(\.reads) == [["expenditure": ["code", "amount"]], ["by_code": ["amount"]]])
    let store = try makeStore()
    for model in models { try store.create(model.model) }
    #expect(try store.reader().rows("SELECT amount FROM top").map(\.values) == [[.integer(111)]])
  }

  @Test("a model that never ends is not run when the folder is read")
  func examinesWithoutRunning() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i FROM n"
    let models = try makeStore().examineModels([Model(name: "endless", sql: endless)]) { _, _ in }
    #expect(models.map(\.columns) == [["i"]])
  }

  @Test(arguments: [
    ("writing", "DELETE FROM expenditure", StoreError.refused([RefusedSQL(.statement)])),
    ("the time", "SELECT date('now')", .refused([RefusedSQL(.function("date"))])),
    ("chance", "SELECT random()", .refused([RefusedSQL(.function("random"))])),
    ("the schema", "SELECT * FROM sqlite_master", .refused([RefusedSQL(.table("sqlite_master"))])),
    ("a wrong column", "SELECT amuont FROM expenditure", .sql("no such column: amuont")),
    ("text in double quotes", "SELECT \"amuont\" FROM expenditure", .sql("no such column: amuont")),
    ("decimals", "SELECT amount * 0.5 AS half FROM expenditure", .notExact(column: "half")),
    ("overflow", "SELECT sum(9223372036854775807) FROM expenditure", .overflow),
    ("a file", "ATTACH 'x' AS x", .refused([RefusedSQL(.statement)])),
  ])
  func refuses(_ why: String, sql: String, expected: StoreError) throws {
    let reader = try makeStore().reader()
    #expect(throws: expected) { _ = try reader.rows(sql) }
  }

  @Test("stops a query that runs too long")
  func timesOut() throws {
    let reader = try makeStore(timeLimit: 0).reader()
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    #expect(throws: StoreError.timeout) { _ = try reader.rows(endless) }
  }

  @Test("says which columns a statement reads")
  func examines() throws {
    let reader = try makeStore().reader()
    #expect(
      try reader.examine("SELECT sum(amount) AS s FROM expenditure WHERE _row > 1").reads == [
        "expenditure": ["amount", "_row"]
      ])
  }

  @Test("names the models that wait for each other")
  func cycle() throws {
    var failures: [String: StoreError] = [:]
    _ = try makeStore().examineModels([
      Model(name: "a", sql: "SELECT * FROM b"), Model(name: "b", sql: "SELECT * FROM a"),
    ]) { failures[$0.name] = $1 }
    #expect(failures["b"] == .cycle(["b", "a", "b"]))
    #expect(failures.count == 2)
  }
}
