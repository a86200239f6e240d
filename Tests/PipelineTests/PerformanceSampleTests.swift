import Figures
import Foundation
import TestSupport
import Testing

/// June's monitoring and the year's self-evaluation of the real unit: what `make run` leaves.
@Suite("Performance: the real unit's targets", .serialized)
struct PerformanceSampleTests {
  private static let published = Result {
    let sample = try Performance.sample()
    let outcomes = try ["2025-06", "2025"].map { try sample.run($0) }
    return (sample: sample, outcomes: outcomes)
  }

  private func file(_ period: String, _ name: String) throws -> URL {
    try Self.published.get().sample.output(period).appending(path: "current/\(name)")
  }

  private func text(_ period: String, _ name: String) throws -> String {
    try String(contentsOf: file(period, name), encoding: .utf8)
  }

  @Test("both publish; a month has its monitoring alone, a year its self-evaluation and report")
  func publishes() throws {
    let published = try Self.published.get()
    #expect(published.outcomes.allSatisfy { $0.isPublished && $0.errors == [] })
    #expect(
      try published.sample.current("2025-06").names == [
        "findings.csv", "findings.xlsx", "rounding.csv", "workbooks/183-183001.xlsx", "workbooks/183.xlsx",
      ])
    #expect(
      try published.sample.current("2025").names == [
        "findings.csv", "findings.xlsx", "notices/183.txt", "pages/183.html", "rounding.csv",
        "workbooks/183-183001.xlsx", "workbooks/183.xlsx",
      ])
    #expect(try XLSXReader(file("2025-06", "workbooks/183.xlsx")).sheets[0].name == "绩效运行监控表")
    #expect(try XLSXReader(file("2025", "workbooks/183.xlsx")).sheets[0].name == "绩效自评表")
  }

  /// The row of a sheet that begins with a text, by columns.
  private func cells(_ sheet: XLSXReader.Sheet, startingWith text: String) throws -> [XLSXReader.Cell?] {
    let name = try #require(sheet.cells.first { $0.key.hasPrefix("A") && $0.value.value == text }?.key)
    let row = name.dropFirst()
    return "ABCDEFGH".map { sheet.cells["\($0)\(row)"] }
  }

  @Test(
    "the total on the sheet is a live formula, gives what the text says, and LibreOffice comes to the same",
    arguments: [("183", "99.39"), ("183-183001", "96.99")])
  func total(_ subject: String, expected: String) throws {
    let file = try file("2025", "workbooks/\(subject).xlsx")
    let workbook = try XLSXReader(file)
    let row = try cells(try #require(workbook["绩效自评表"]), startingWith: "总分")
    #expect(row[6]?.formula?.hasPrefix("SUM(") == true && row[6]?.displayed == expected)
    #expect(row[5]?.formula?.hasPrefix("SUM(") == true && row[5]?.displayed == "100")
    #expect(row[7]?.value == "等级：优")
    #expect(try text("2025", "notices/183.txt").contains("年度自评总分 \(expected) 分，等级：优。"))
    #expect(try text("2025", "pages/183.html").contains(">\(expected)</data> 分，等级：优。"))
    #expect(workbook.formulas > 8)
    let recalculated = try LibreOffice(in: try Self.published.get().sample.folder).recalculated(file)
    #expect(workbook.differences(from: recalculated) == [])
    #expect(try cells(try #require(recalculated["绩效自评表"]), startingWith: "总分")[6]?.number == Double(expected))
  }

  @Test("a total that the profile caps is the lesser of the sum and the cap, as a formula")
  func cap() throws {
    let sample = try Performance.unit([
      .text("pipelines/performance/pipeline.yaml", "family: 国家", "family: 示例省"),
      .text("pipelines/common/score-profiles.csv", "示例省,否,20,60,79.99", "示例省,否,20,99.8,60.5"),
      .cell(Performance.actuals, row: 46, "评分", "14.00"),
    ])
    let outcome = try sample.run("2025")
    #expect(outcome.errors == [])
    let file = sample.output("2025").appending(path: "current/workbooks/900.xlsx")
    let workbook = try XLSXReader(file)
    let row = try cells(try #require(workbook["绩效自评表"]), startingWith: "总分")
    #expect(row[6]?.formula?.hasPrefix("MIN(SUM(") == true && row[6]?.displayed == "60.5")
    #expect(workbook.differences(from: try LibreOffice(in: sample.folder).recalculated(file)) == [])
    #expect(try sample.current("2025").text("notices/900.txt").contains("自评总分 60.50 分，等级：中（执行率偏低，总分封顶）。"))
  }

  @Test("June: the red light with its reason and colour, the run rate, the one without data, both charts")
  func june() throws {
    let unit = try XLSXReader(file("2025-06", "workbooks/183.xlsx"))
    let rows = try #require(unit["绩效运行监控表"]).displayedRows
    let service = try #require(rows.first { $0.contains("延时错时预约服务") })
    #expect(service[3...8] == ["≥12000件", "3900件", "32.5", "50", "7800件", "红"])
    #expect(service[9].contains("大厅改造"))
    let mailed = try #require(rows.first { $0.contains("政务服务+邮政服务") })
    #expect(mailed[4] == "3230件" && mailed[8] == "绿")
    // In 元 in the register, in the target's 万元 here.
    #expect(try #require(rows.first { $0.contains("运行成本") })[4] == "142.300866万元")
    #expect(unit.charts.count == 2)
    let project = try XLSXReader(file("2025-06", "workbooks/183-183001.xlsx"))
    let lacking = try #require(project["没有数据的指标"]).displayedRows
    #expect(lacking.contains { $0.contains("全市综合考核排名") && $0.contains("无数据") })
  }

  @Test(
    "a changed target is shown with both values and the date, and the month before it is held against the old one"
  )
  func changed() throws {
    func target(_ period: String) throws -> String? {
      let workbook = try XLSXReader(file(period, "workbooks/183.xlsx"))
      return workbook.sheets[0].displayedRows.first { $0.contains("“惠企通”平台注册企业") }?[3]
    }
    #expect(try target("2025-06") == "≥11800家")
    #expect(try target("2025") == "≥11800家（2025-07-01起 ≥12500家）")
  }

  @Test("no score is invented: what has no data has none, and the total has no grade")
  func noData() throws {
    let sample = try Performance.sample([
      .rows(Performance.actuals, "without the rank") { $0.filter { $0[2] != "全市综合考核排名" } }
    ])
    try sample.run("2025")
    let workbook = try XLSXReader(sample.output("2025").appending(path: "current/workbooks/183-183001.xlsx"))
    let rows = try #require(workbook["绩效自评表"]).displayedRows
    #expect(try #require(rows.first { $0.contains("全市综合考核排名") })[4...6] == ["", "4", ""])
    let total = try #require(rows.first { $0.first == "总分" })
    #expect(total[5...7] == ["100", "92.99", "等级：未评（1 项没有得分）"])
  }

  @Test(
    "lights, by the parameters",
    arguments: [("progress_green: 90", "progress_green: 60"), ("progress_yellow: 70", "progress_yellow: 60")])
  func lights(_ old: String, _ new: String) throws {
    let sample = try Performance.sample([.text("pipelines/performance/pipeline.yaml", old, new)])
    #expect(try sample.run("2025-06").errors == [])
    let workbook = try XLSXReader(sample.output("2025-06").appending(path: "current/workbooks/183.xlsx"))
    let service = workbook.sheets[0].displayedRows.first { $0.contains("延时错时预约服务") }
    #expect(service?[8] == (new.hasPrefix("progress_green") ? "绿" : "黄"))
  }

  @Test("profiles side by side come to their own totals")
  func profiles() throws {
    let workbook = try XLSXReader(file("2025", "workbooks/183.xlsx"))
    let lines = try #require(workbook["方案对照"]).displayedRows
    let total = try #require(lines.first { $0.contains("合计（封顶前）") })
    let totals = try #require(workbook["总分和等级"]).displayedRows
    for (family, column) in [("财政部方案", 3), ("示例省方案（虚构）", 5)] {
      let row = try #require(totals.first { $0.first == family })
      #expect(row[2] == "100" && total[column] == row[3], "\(family)")
    }
  }

  @Test("every month of the sample can be monitored")
  func months() throws {
    let sample = try Performance.sample()
    for month in 1...12 {
      let outcome = try sample.run("2025-" + (month < 10 ? "0\(month)" : "\(month)"))
      #expect(outcome.isPublished, "\(outcome.errors)")
    }
  }

  @Test("periods: a year or a month, and nothing else")
  func periods() throws {
    let sample = try Performance.sample()
    for period in ["2025-13", "202506", "2025-6"] {
      #expect(throws: (any Error).self) { try sample.run(period) }
    }
  }
}
