import Figures
import Foundation
import Pipeline
import Testing

/// One amount of the real sample.
struct AmountCell: Sendable, CustomTestStringConvertible {
  var file: String
  var row: Int
  var column: String
  /// As it stands in the file.
  var value: String

  var testDescription: String { "\(file) row \(row) \(column) \(value)" }

  /// All amounts of the sample: every cell of a column of money, and the targets that state one.
  static let all = [
    amounts("2025/units.csv", ["收入预算合计", "财政拨款", "其他经费", "支出预算合计", "基本支出", "项目支出"]),
    amounts("2024/units.csv", ["收入预算合计", "财政拨款", "其他经费", "支出预算合计", "基本支出", "项目支出"]),
    amounts("2025/income.csv", ["金额"]), amounts("2024/income.csv", ["金额"]),
    amounts("2025/expenditure.csv", ["金额"]), amounts("2024/expenditure.csv", ["金额"]),
    amounts("2025/projects.csv", ["年度资金总额", "财政拨款", "其他资金", "上年结转"]),
    amounts("2025/three_public.csv", ["金额"]), amounts("2024/three_public.csv", ["金额"]),
    amounts("2025/procurement.csv", ["金额"]),
    amounts("2025/targets.csv", ["目标值"]).filter { $0.value.hasSuffix("万元") },
  ].flatMap { $0 }

  private static func amounts(_ file: String, _ columns: [String]) -> [AmountCell] {
    guard let text = try? String(contentsOf: Repository.sample.appending(path: file), encoding: .utf8) else {
      return []
    }
    let table = CSVText(text)
    return columns.flatMap { title -> [AmountCell] in
      guard let column = table.column(title) else { return [] }
      return table.rows.indices.dropFirst().map { row in
        AmountCell(file: file, row: row + 1, column: title, value: table.rows[row][column])
      }
    }
  }

  /// The same with one fen more: `60500.00` → `60500.01`, `≤172.12万元` → `≤172.120001万元`.
  var oneFenMore: String {
    if let digits = value.wholeMatch(of: /≤([0-9.]+)万元/)?.1, let amount = Fixed(String(digits)),
      let more = try? amount.adding(Fixed(units: 1, decimals: 6))
    {
      return "≤\(more.description)万元"
    }
    return (Fixed(value).flatMap { try? $0.adding(Fixed(units: 1, decimals: 2)) })?.description ?? ""
  }
}

/// Whatever amount is wrong by a fen, nothing is published: neither one register nor the printed figures need to
/// be there for it to show.
@Suite("One fen")
struct OneFenTests {
  @Test("the sample's amounts are all tried")
  func all() {
    #expect(AmountCell.all.count == 79)
    #expect(AmountCell.all.allSatisfy { !$0.oneFenMore.isEmpty && $0.oneFenMore != $0.value })
  }

  @Test(arguments: AmountCell.all)
  func stopsTheRun(_ cell: AmountCell) throws {
    let sample = try Sample([.remove("2025/printed.csv"), .remove("2025/printed_terms.csv")])
    try sample.apply(.cell(cell.file, row: cell.row, cell.column, cell.oneFenMore))
    let outcome = try sample.run()
    #expect(!outcome.isDone)
    // Each error names a row of a file, or both sides of a balance and how far apart they are.
    for error in outcome.errors {
      let namesRow = error.contains(/\.csv 第 [0-9]+ 行/)
      let namesSides = error.contains(/元，.*元，相差 -?0\.01 元/)
      #expect(namesRow || namesSides, "\(error)")
    }
    #expect(
      outcome.errors.contains { $0.contains(".01 元") || $0.contains(cell.oneFenMore) }, "\(outcome.errors)")
  }

  @Test("what was published before stays, byte for byte, and the findings are at latest")
  func keepsCurrent() throws {
    let sample = try Sample()
    #expect(try sample.run().isDone)
    let before = try OutputTree(sample.output().appending(path: "current"), exempt: [])
    try sample.apply(.cell("2025/expenditure.csv", row: 2, "金额", "739936.01"))
    let failed = try sample.run()
    #expect(!failed.isDone && !failed.isPublished)
    #expect(try OutputTree(sample.output().appending(path: "current"), exempt: []) == before)
    let latest = try OutputTree(sample.output().appending(path: "latest"), exempt: [])
    #expect(latest.names == ["findings.csv", "findings.xlsx", "rounding.csv", "run.json", "store.sqlite"])
    #expect(try latest.text("findings.csv").contains("收入总计与支出总计不等"))
    #expect(try latest.text("run.json").contains("\"outcome\" : \"failed\""))
  }
}
