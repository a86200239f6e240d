import Foundation
import Testing

/// What was taken over from last year's documents, and what is said of it – and what is honest, and nothing is said of.
@Suite("Leftovers of last year")
struct LastYearTests {
  private static let projects = "2025/projects.csv"
  private static let goal = "2025/texts/183/年度总体目标.md"

  private static func duration(_ words: String, _ said: String...) -> Trial {
    Trial("实施周期 \(words)", .cell(projects, row: 2, "实施周期", words), said)
  }

  private static func overview(_ words: String, _ said: String...) -> Trial {
    Trial("项目概述 \(words)", .cell(projects, row: 2, "项目概述", words), said)
  }

  private static func vehicles(_ day: String, _ said: String...) -> Trial {
    Trial("车辆统计日期 \(day)", .cell("2025/units.csv", row: 2, "车辆统计日期", day), said)
  }

  private static func isOld(_ words: String) -> String {
    "2025/projects.csv 第 2 行“实施周期”列：项目 183001 的实施周期写的是“\(words)”，本年是 2025 年"
  }

  private static func says(_ phrase: String) -> String {
    "2025/projects.csv 第 2 行：183001 的项目概述写着“\(phrase)”，本年是 2025 年"
  }

  private static func isOldDay(_ day: String) -> String {
    "2025/units.csv 第 2 行“车辆统计日期”列：183 的车辆统计日期 \(day) 是上一次预算公开的：2025 年的文件应统计到 2024 年或 2025 年"
  }

  private static let leftovers: [Trial] = [
    duration("2024 年", isOld("2024 年")),
    duration("2023年1月—2024年12月", isOld("2023年1月—2024年12月")),
    duration("2024.01-2024.12", isOld("2024.01-2024.12")),
    duration("2025年"), duration("2024—2026 年"), duration("2023年1月1日至2025年12月31日"),
    duration("2020 年起"), duration("2018 年至今"), duration("一年"), duration("长期"),
    vehicles("2023-08-31", isOldDay("2023-08-31")), vehicles("2024-12-31"), vehicles("2025-01-31"),
    overview("截至 2023 年 8 月，共有窗口 50 个。", says("截至2023")),
    overview("截止2022年底，共有窗口 50 个。", says("截至2022")),
    overview("2024 年将新增窗口 5 个。", says("2024年将")),
    overview("2024 年度绩效目标为新增窗口 5 个。", says("2024年度绩效目标")),
    overview("截至 2024 年 8 月，共有窗口 50 个。"),
    overview("按赣府〔2020〕10号，2019 年成立，在 2024 年的基础上增加 5 个，2025 年将全部开放。"),
    Trial(
      "a text file", .file(goal, "截至 2023 年底共有 50 个窗口。"),
      "2025/texts/183/年度总体目标.md：183 的年度总体目标写着“截至2023”，本年是 2025 年"),
  ]

  @Test("what is said of them", arguments: leftovers)
  func leftover(_ trial: Trial) throws {
    let before = try Sample().run(through: .reconcile).warnings
    let outcome = try Sample(trial.edits).run(through: .reconcile)
    #expect(
      outcome.warnings.filter { !before.contains($0) && $0.contains("本年是") || $0.contains("上一次") }
        == trial.expected)
  }

  @Test("the day of last year's own register is old")
  func sameDay() throws {
    let outcome = try Sample([.cell("2024/units.csv", row: 2, "车辆统计日期", "2024-08-31")]).run(
      through: .reconcile)
    #expect(outcome.warnings.contains(Self.isOldDay("2024-08-31")))
  }

  /// What this year is, to last year's 0.50 million: the warning, or nothing.
  @Test(
    "an amount of another unit",
    arguments: [
      ("500.00", "100.00", nil), ("100.00", "100000.00", "大约 1000 分之一"),
      ("1000.00", "1100000.00", "大约 1000 分之一"),
      ("1200000.00", "1100.00", "大约 1000 倍"), ("9000000.00", "1000.00", "大约 10000 倍"),
      ("100.00", "1000000.00", "大约 10000 分之一"), ("100.00", "10000.00", nil), ("0.00", "1000.00", nil),
      ("1000.00", "0.00", nil), ("400000.00", "1000.00", nil), ("3000000.00", "1000.00", nil),
    ] as [(String, String, String?)])
  func amount(_ now: String, _ before: String, _ times: String?) throws {
    let outcome = try Sample([
      .cell("2025/three_public.csv", row: 5, "金额", now), .cell("2024/three_public.csv", row: 5, "金额", before),
    ]).run(through: .reconcile)
    let said = outcome.warnings.filter { $0.contains("三公经费 公务接待") }
    #expect(said.count == (times == nil ? 0 : 1))
    if let times, let one = said.first {
      #expect(
        one.hasPrefix("2025/three_public.csv 第 5 行：183 的三公经费 公务接待 ") && one.hasSuffix("元的\(times)"), "\(one)")
    }
  }

  @Test("the samples have none of them")
  func samples() throws {
    let warnings = try [
      Sample().run(), Performance.sample().run(), Performance.unit().run("2025-06"),
      SMEReserve.district().run("2024"),
    ].flatMap(\.warnings)
    for words in ["本年是", "上一次", "是上年"] { #expect(!warnings.contains { $0.contains(words) }, "\(words)") }
  }

  @Test("sme-reserve and performance: 截至, and the title of a notice")
  func others() throws {
    let reserve = try SMEReserve.district([
      .cell("2024/explanations.csv", row: 2, "说明", "截至 2022 年底没有合适的项目。")
    ]).run("2024", through: .reconcile)
    #expect(
      reserve.warnings.contains {
        $0.hasPrefix("2024/explanations.csv 第 2 行：") && $0.contains("“截至2022年”，本年是 2024 年")
      })
    let performance = try Performance.unit([
      .cell(Performance.actuals, row: 19, "偏差原因", "截至 2024 年 6 月还没有开班。")
    ]).run("2025-06", through: .reconcile)
    #expect(
      performance.warnings.contains {
        $0.hasPrefix("2025/actuals.csv 第 19 行：") && $0.contains("“截至2024年”，本年是 2025 年")
      })
  }
}
