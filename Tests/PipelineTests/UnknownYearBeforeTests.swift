import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// A year before that is not known is not zero: each row changes last year's folder, and says what is published of
/// this year's fees.
@Suite("An unknown year before")
struct UnknownYearBeforeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var edits: [Edit]
    /// The notice's sentence of unit 001.
    var notice: String
    /// Unit 001 in the open data: this year's, the year before's, change, growth.
    var data: String

    init(_ why: String, _ edits: [Edit], _ notice: String, _ data: String) {
      (testDescription, self.edits, self.notice, self.data) = (why, edits, notice, data)
    }
  }

  private static let nothing = "收费 40000 元。"

  @Test(arguments: [
    Case(
      "the register is there", [],
      "收费 40000 元，比上年增加 1.5 万元，上年 25000 元（可比），门票占比可比，有上年。", "001,40000.00,25000.00,15000.00,60.00"),
    Case(
      "the register is there and has no rows: there was nothing", [.file("2024/fees.csv", "单位编码,项目,金额\n")],
      "收费 40000 元，比上年增加 4 万元，上年 0 元（可比），门票占比可比，有上年。", "001,40000.00,,40000.00,"),
    Case(
      "an optional register is not there: nobody knows", [.remove("2024/fees.csv")],
      "收费 40000 元，有上年。", "001,40000.00,,,"),
    Case(
      "none of the optional registers is there", [.remove("2024/fees.csv"), .remove("2024/units.csv")],
      nothing, "001,40000.00,,,"),
    Case("there is no folder", [.remove("2024")], nothing, "001,40000.00,,,"),
  ])
  func published(_ trial: Case) throws {
    let sample = try Parks.sample(trial.edits)
    let outcome = try sample.run()
    #expect(outcome.isPublished, "\(outcome.errors)")
    let current = try sample.current()
    #expect(try current.text("notices/001.txt") == "东湖公园收费\n\(trial.notice)\n")
    #expect(try current.text("pages/001.html").replacing(/<[^>]*>/, with: "").contains(trial.notice))
    #expect(try current.text("data/fees.csv").components(separatedBy: "\n")[1] == trial.data)
    let cells = trial.data.split(separator: ",", omittingEmptySubsequences: false)[1...3]
    let book = try XLSXReader(
      sample.output().appending(path: "current/workbooks/001.xlsx").resolvingSymlinksInPath())
    let sheet = try WorkbookText.text(of: book)
    for cell in cells where !cell.isEmpty { #expect(sheet.contains(cell.dropLast(3)), "\(sheet)") }
    #expect(sheet.contains("25000") == cells.contains("25000.00"))
    #expect(sheet.contains("15000") == cells.contains("15000.00"))
  }

  @Test(
    "what is printed of the year before is held against it only where it is known",
    arguments: [
      ([], ["应为 15000", "应为 25000"]), ([Edit.remove("2024/fees.csv")], []), ([.remove("2024")], []),
    ] as [([Edit], [String])])
  func claims(_ edits: [Edit], expected: [String]) throws {
    let printed = "单位编码,印出值,对应数\n001,1.00,fees.change\n001,2.00,fees.before\n001,40000.00,fees\n"
    let outcome = try Parks.sample(edits + [.file("2025/printed.csv", printed)]).run()
    #expect(outcome.errors.count == expected.count, "\(outcome.errors)")
    for (error, part) in zip(outcome.errors, expected) { #expect(error.contains(part), "\(error)") }
  }

  private static let folder = "pipelines/parks"
  private static let unread = "没有上年数：上年文件夹里不读拨款，要读就改它的 gongshi:before"

  @Test(arguments: [
    Trial(
      "a workbook's column", .text(folder + "/workbooks/sheet.yaml", "fees.before", "grants.before"),
      "workbooks/sheet.yaml:10：“grants.before”\(unread)"),
    Trial(
      "open data", .text(folder + "/opendata.yaml", "fees.growth", "grants.growth"),
      "opendata.yaml:9：“grants.growth”\(unread)"),
    Trial(
      "the headline", .text(folder + "/pipeline.yaml", "收费: fees", "拨款: grants.change"),
      "pipeline.yaml:9：“grants.change”\(unread)"),
    Trial(
      "a transform", .text(folder + "/notices/unit.mustache", "。", "{{change(grants)}}。"),
      "notices/unit.mustache:2：“change(grants)”\(unread)"),
    Trial(
      "a transform of a transform",
      .text(folder + "/notices/unit.mustache", "。", "{{yuan(before(orzero(grants)))}}。"),
      "notices/unit.mustache:2：“before(orzero(grants))”\(unread)"),
    Trial(
      "a table without years", .text(folder + "/opendata.yaml", "fees.growth", "kept.growth"),
      "opendata.yaml:9：“kept.growth”没有上年数：“park_grants”没有 year 或 _year 列，分不出年度"),
    Trial(
      "a pipeline that reads no year before", .text(folder + "/pipeline.yaml", "before: true\n", ""),
      [
        "workbooks/sheet.yaml:10：“fees.before”", "workbooks/sheet.yaml:11：“fees.change”",
        "notices/unit.mustache:2：“change(fees)”", "notices/unit.mustache:2：“before(fees)”",
        "opendata.yaml:7：“fees.before”", "opendata.yaml:8：“fees.change”", "opendata.yaml:9：“fees.growth”",
      ].map { $0 + "没有上年数：流程不读上年的登记表，要读就在 pipeline.yaml 里写 before: true" }),
  ])
  func refused(_ trial: Trial) throws {
    let error = #expect(throws: RunError.self) { try Parks.sample(trial.edits).run() }
    guard case .definition(let mistakes)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(mistakes.map { $0.sentence(inEnglish: false) } == trial.expected)
  }

  @Test("a printed figure cannot claim to be what is never read")
  func neverRead() throws {
    let printed = "单位编码,印出值,对应数\n001,1.00,grants.change\n"
    let outcome = try Parks.sample([.file("2025/printed.csv", printed)]).run()
    #expect(outcome.errors.count == 1 && outcome.errors.allSatisfy { $0.contains("“grants.change”不存在") })
  }
}
