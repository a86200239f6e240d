import Definitions
import Figures
import Foundation
import Store
import Testing

@testable import Reconcile

@Suite("Balances over real tables")
struct BalanceOnTablesTests {
  /// The findings about a register of totals and one of parts: unit, kind, fen, row.
  private func findings(totals: [(String, Int64?, Int64)], parts: [(String, String, Int64?, Int64)]) throws
    -> [Finding]
  {
    let yaml = """
      balances:
        - id: by-kind
          title: 合计 = 分项
          by: [unit]
          total: {from: totals, value: amount, title: 合计, column: 金额}
          parts:
            - {from: parts, value: amount, where: kind = '大' OR kind = '中', title: 大中}
            - {from: parts, value: amount, where: kind IS NULL, title: 不明}
            - {from: parts, value: amount, where: kind = '小', title: 小}
      """
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "checks.yaml", problems: problems))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("balance-\(UUID()).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try Store(path: path)
    let columns = ["unit", "kind", "amount", "_file", "_row"]
    func cells(_ unit: String, _ kind: String, _ fen: Int64?, _ row: Int64) -> [Value] {
      [
        .text(unit), kind.isEmpty ? .null : .text(kind), fen.map(Value.integer) ?? .null, .integer(1),
        .integer(row),
      ]
    }
    try store.createTable("totals", columns: columns, rows: totals.map { cells($0.0, "", $0.1, $0.2) })
    try store.createTable("parts", columns: columns, rows: parts.map { cells($0.0, $0.1, $0.2, $0.3) })
    let reader = try store.reader()
    let context = CheckContext(
      query: { try reader.rows($0) }, columns: { _ in columns }, file: { _ in "2025/totals.csv" },
      registerFile: { table, _ in "2025/\(table).csv" }, figure: { _, _, _ in nil },
      isGiven: { _ in true },
      unnamedParts: { _, _, _ in [] })
    return try Checks(node).balances[0].check(context).findings
  }

  @Test("parts of one table are summed each by its own condition")
  func conditions() throws {
    let parts: [(String, String, Int64?, Int64)] = [
      ("101", "大", 10, 2), ("101", "中", 20, 3), ("101", "小", 30, 4), ("101", "", 40, 5), ("102", "小", 7, 6),
    ]
    #expect(try findings(totals: [("101", 100, 2), ("102", 7, 3)], parts: parts).isEmpty)
    let found = try findings(totals: [("101", 100, 2), ("102", 8, 3)], parts: parts)
    #expect(
      found.compactMap(\.facts.message) == [
        "“合计 = 分项”不成立（102）：合计 0.08 元，大中 + 不明 + 小 0.07 元，相差 0.01 元。"
          + "“合计”（2025/totals.csv 第 3 行）0.08 若为 0.07 即平衡：小数第 2 位数字可能有误。"
          + "“小”（2025/totals.csv 第 6 行）0.07 若为 0.08 即平衡：小数第 2 位数字可能有误。"
      ])
    #expect(found.map(\.location) == [SourceLocation(file: "2025/totals.csv", row: 3, column: "金额")])
  }

  @Test("the row that is named is the one with the value, not one whose cell is empty")
  func place() throws {
    let found = try findings(totals: [("101", nil, 2), ("101", 100, 9)], parts: [("101", "大", 99, 2)])
    #expect(found.map(\.location.row) == [9])
  }

  @Test(
    "suspects are single rows with their place, likeliest first",
    arguments: [
      (
        "a row twice", [("101", "大", 1000, 2), ("101", "大", 1000, 3), ("101", "小", 70, 4)], 1070,
        ["大中（2025/totals.csv 第 2 行）", "大中（2025/totals.csv 第 3 行）", "合计（2025/totals.csv 第 9 行）"]
      ),
      (
        "a row in another group", [("101", "大", 1000, 2), ("102", "大", 7007, 3), ("101", "小", 70, 4)], 8077,
        ["大中（2025/totals.csv 第 3 行）"]
      ),
      (
        "a row of ten times as much, before a total that lost a digit",
        [("101", "大", 10000, 2), ("101", "中", 5, 3), ("101", "小", 73, 4)], 1078,
        ["大中（2025/totals.csv 第 2 行）", "合计（2025/totals.csv 第 9 行）"]
      ),
      (
        "a total of ten times as much", [("101", "大", 1000, 2), ("101", "中", 5, 3), ("101", "小", 73, 4)],
        10780,
        ["合计（2025/totals.csv 第 9 行）"]
      ),
      ("nothing", [("101", "大", 1000, 2), ("101", "小", 73, 4)], 99_999, []),
    ] as [(String, [(String, String, Int64?, Int64)], Int64, [String])])
  func suspects(
    _ why: String, parts: [(String, String, Int64?, Int64)], total: Int64, expected: [String]
  ) throws {
    let others = parts.filter { $0.0 == "102" }.map { ("102", $0.2, Int64(99)) }
    let found = try findings(totals: [("101", total, 9)] + others, parts: parts)
    #expect(found.flatMap(\.facts.suspects).map { $0.text() } == expected)
  }
}
