import Figures
import Foundation
import Pipeline
import TestSupport
import Testing

/// The document of 九江市浔阳区政务服务管理局 as it was printed in 2025: its figures come out again, and where it
/// contradicts itself, that is reported.
@Suite("The printed original")
struct PrintedOriginalTests {
  private struct Published: Sendable {
    var outcome: Outcome
    var sample: Sample
  }

  /// The real sample, run once.
  private static let whole = Result { () throws -> Published in
    let sample = try Sample()
    return Published(outcome: try sample.run(), sample: sample)
  }

  private static func fixture(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: Repository.fixtures.appending(path: name), encoding: .utf8)
    return Array(CSVText(text).rows.dropFirst())
  }

  // MARK: Every figure of parts two and three

  /// Every row that is legible in the printed tables, cell for cell; in the two forms, whose cells are merged,
  /// without the empty ones. Spaces inside of texts do not count: the original sets them at random.
  @Test("every row of the printed tables stands in its sheet")
  func tables() throws {
    let rows = try Self.fixture("printed-tables.csv")
    #expect(rows.count == 123)
    let file = try Self.whole.get().sample.output().appending(path: "current/workbooks/183.xlsx")
    let workbook = try XLSXReader(file)
    for row in rows {
      let sheet = try #require(workbook[row[0]], "\(row[0])")
      #expect(shown(in: sheet).contains(expected(row)), "\(row.joined(separator: " | "))")
    }
  }

  @Test("the sheets are the eleven tables")
  func sheets() throws {
    let file = try Self.whole.get().sample.output().appending(path: "current/workbooks/183.xlsx")
    #expect(
      try XLSXReader(file).sheets.map(\.name) == [
        "收支预算总表", "部门收入总表", "部门支出总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表",
        "财政拨款“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出表", "部门整体支出绩效目标表", "项目支出绩效目标表",
      ])
  }

  @Test("the notice has the same tables")
  func tablesInText() throws {
    let lines = try Self.whole.get().sample.current().text("notices/183.txt").split(separator: "\n")
    let shown = Set(lines.map { $0.split(separator: "\t").map(withoutSpaces).filter { !$0.isEmpty } })
    for row in try Self.fixture("printed-tables.csv") {
      let cells = row.dropFirst().filter { !$0.isEmpty }.map(withoutSpaces)
      #expect(shown.contains(cells), "\(row.joined(separator: " | "))")
    }
  }

  @Test("every figure of the printed text stands in its section, with what is said of it")
  func text() throws {
    let notice = try Self.whole.get().sample.current().text("notices/183.txt")
    let sections = sections(of: notice)
    let phrases = try Self.fixture("printed-text.csv")
    #expect(phrases.count == 59)
    for phrase in phrases {
      let section = try #require(sections[folded(phrase[0])], "\(phrase[0])")
      let expected = phrase[2].isEmpty ? phrase[1] : phrase[2]
      #expect(section.contains(folded(expected)), "\(phrase[0])：\(expected)")
    }
  }

  // MARK: Where it contradicts itself

  @Test("what the printed original gets wrong is reported, each once")
  func contradictions() throws {
    let outcome = try Self.whole.get().outcome
    #expect(outcome.isDone && outcome.errors.isEmpty)
    #expect(
      outcome.warnings == [
        "2025/staff.csv 第 12 行“人数”列：183 全部补助：编制 0 人，在职 14 人",
        "2025/printed_terms.csv 第 13 行“名词”列：印出的名词解释有“机关事务”，表里没有这个科目",
        "2025/printed_terms.csv 第 14 行“名词”列：印出的名词解释有“事业单位离退休”，表里没有这个科目",
        "2025/printed_terms.csv 第 9 行“年度”列：“使用非财政拨款结余”的解释写的是 2024 年，应当是 2025 年",
        "2025/printed_terms.csv 第 10 行“年度”列：“上年结转和结余”的解释写的是 2023 年，应当是 2024 年",
        "2025/staff.csv 第 2 行“人数”列：183 编制人数小计与各类之和不等：小计 24 人，各类之和 7 人，相差 17 人。",
        "2025/printed.csv 第 214 行“印出值”列：印出的“支出-总额-较上年”与按经济分类的各部分加起来对不上："
          + "合计 支出预算总额 较上年 13.01 万元，各部分 工资福利支出 较上年（2025/printed.csv 第 236 行）229.08"
          + " − 商品和服务支出 较上年（第 238 行）215.47 + 对个人和家庭的补助 较上年（第 240 行）3.09"
          + " + 资本性支出 较上年（第 242 行）1.67 = 18.37 万元，相差 -5.36 万元。"
          + "没有印出的部分：399 其他支出 -5.36 万元。",
      ])
  }

  @Test("the new text names the class that the original leaves out")
  func namesTheClass() throws {
    let notice = try Self.whole.get().sample.current().text("notices/183.txt")
    #expect(notice.contains("其他支出 0 万元，较上年预算安排减少 5.36 万元。"))
  }

  @Test(
    "the rounding ledger lists what rounding leaves over",
    arguments: [
      ("513.72 + 39.07 + 11.98 + 161.10 + 29.49", "755.35", "-0.01"), ("9.18 + 2.79", "11.98", "0.01"),
    ])
  func ledger(_ parts: String, total: String, residual: String) throws {
    let residuals = try Self.whole.get().outcome.residuals
    #expect(
      residuals.contains {
        $0.parts.map(\.printed).joined(separator: " + ") == parts && $0.total == total
          && $0.residual.description == residual
      })
    let ledger = CSVText(try Self.whole.get().sample.current().text("rounding.csv"))
    #expect(ledger.rows.contains { $0.contains(parts) && $0.contains(total) && $0.contains(residual) })
  }

  @Test("correct the staff register and the warnings about it are gone")
  func corrected() throws {
    let outcome = try Sample([
      .cell("2025/staff.csv", row: 3, "人数", "10"), .cell("2025/staff.csv", row: 5, "人数", "14"),
    ]).run()
    #expect(outcome.isDone)
    #expect(!outcome.warnings.contains { $0.contains("staff.csv") })
    #expect(outcome.warnings.count == 5)
  }

  private static let contradictory: [Trial] = [
    Trial(
      "a subtotal of staff", .cell("2025/staff.csv", row: 15, "人数", "3"),
      "2025/staff.csv 第 15 行“人数”列：183 离退休人数小计与各类之和不等：小计 3 人，各类之和 2 人，相差 1 人。"
        + "“小计”（2025/staff.csv 第 15 行）3 若为 2 即平衡：个位数字可能有误。"
        + "“退休”（2025/staff.csv 第 17 行）2 若为 3 即平衡：个位数字可能有误。"),
    Trial(
      "a printed figure by one digit", .text("2025/printed.csv", "513.72", "513.27"),
      "2025/printed.csv 第 47 行“印出值”列：印出数“表三-201-合计”（表三 部门支出总表：一般公共服务支出 合计）与算出的不同："
        + "印出 513.27 万元，按登记表计算应为 513.72 万元，相差 -0.45 万元"),
    Trial(
      "a printed change with the wrong sign", .text("2025/printed.csv", "-313.9", "313.9"),
      "与算出的不同：印出 313.9 万元，按登记表计算应为 -313.9 万元，相差 627.8 万元"),
    Trial(
      "a printed growth by two digits", .text("2025/printed.csv", "210.24", "201.24"),
      "2025/printed.csv 第 266 行“印出值”列：“印出的增长率 = 增减额 ÷（本年 − 增减额）”不成立（183，运行-增长）："
        + "机关运行费 增长 印出 201.24 %，按印出的 机关运行费预算 较上年 17.45 ÷ "
        + "(机关运行费预算 25.75 − 机关运行费预算 较上年 17.45) 应为 210.24 %（取整之内为 209.9278 % 至 210.5549 %）"),
    Trial(
      "a printed growth of a figure that is not there", .text("2025/printed_ratios.csv", "运行-总额,,", "运行总额,,"),
      "2025/printed_ratios.csv 第 2 行：183 的印出数里没有编号“运行总额”"),
    Trial(
      "a printed growth without its base", .text("2025/printed_ratios.csv", "运行-总额-较上年", ""),
      "2025/printed_ratios.csv 第 2 行“比率编号”列：183 的比率“运行-增长”没有写明由哪两个印出数算出，或写多了"),
    Trial(
      "a term of a year that is not meant", .cell("2025/printed_terms.csv", row: 11, "年度", "2023"),
      "2025/printed_terms.csv 第 11 行“年度”列：“使用非财政拨款结余”的解释写的是 2023 年，应当是 2025 年"),
  ]

  @Test("plant another contradiction and it is reported", arguments: contradictory)
  func planted(_ trial: Trial) throws {
    let outcome = try Sample(trial.edits).run()
    for sentence in trial.expected {
      #expect(
        (outcome.errors + outcome.warnings).contains { $0.hasSuffix(sentence) },
        "\((outcome.errors + outcome.warnings).joined(separator: "\n"))")
    }
  }

  // MARK: Reading

  private func expected(_ row: [String]) -> [String] {
    let cells = row.dropFirst().map(withoutSpaces)
    return row[0].contains("绩效") ? cells.filter { !$0.isEmpty } : Array(cells)
  }

  private func shown(in sheet: XLSXReader.Sheet) -> Set<[String]> {
    let rows = sheet.displayedRows.map { $0.map(withoutSpaces) }
    return Set(sheet.name.contains("绩效") ? rows.map { $0.filter { !$0.isEmpty } } : rows)
  }

  private func withoutSpaces(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  /// Without spaces and with the brackets and commas of either width alike.
  private func folded(_ text: some StringProtocol) -> String {
    withoutSpaces(text.precomposedStringWithCompatibilityMapping)
  }

  /// Part three of the notice by its headings, `（一）收入预算情况`, all folded.
  private func sections(of notice: String) -> [String: String] {
    var sections: [String: String] = [:]
    var heading = ""
    for line in notice.split(separator: "\n") {
      let isHeading = line.hasPrefix("（") && !line.contains("：") && line.count < 40
      if isHeading || line.hasPrefix("二、") {
        heading = folded(line)
      } else {
        sections[heading, default: ""] += folded(line)
      }
    }
    return sections
  }
}
