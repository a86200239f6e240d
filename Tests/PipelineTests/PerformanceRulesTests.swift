import Foundation
import Testing

/// What a finance officer reads when the months of performance are wrong. Each row: why, the period, what is changed
/// for the smallest unit, and every finding that this adds, errors and warnings.
@Suite("Performance: wrong registers")
struct PerformanceRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var why: String, period: String, edits: [Edit], expected: [String]
    var testDescription: String { "\(period): \(why)" }

    init(_ why: String, _ period: String, _ edits: Edit..., says expected: String...) {
      (self.why, self.period, self.edits, self.expected) = (why, period, edits, expected)
    }
  }

  private static let actuals = Performance.actuals
  private static let execution = Performance.execution
  private static let targets = Performance.targets

  /// Leaves out a row, counted as findings count it.
  private static func without(_ path: String, row: Int) -> Edit {
    .rows(path, "without row \(row)") { rows in
      var rows = rows
      rows.remove(at: row - 1)
      return rows
    }
  }

  private static func twice(_ path: String, row: Int) -> Edit {
    .rows(path, "row \(row) twice") { $0 + [$0[row - 1]] }
  }

  private static let ofMonths: [Case] = [
    Case(
      "a month is missing", "2025-06", without(actuals, row: 8),
      says: "2025/actuals.csv 第 5 行“月份”列：900 的「办件量」缺 3 月的完成值，应补在第 5 行之后"),
    Case("a month after the period's may be missing", "2025-06", without(actuals, row: 20)),
    Case(
      "a month is there twice", "2025-06", twice(actuals, row: 8),
      says: "2025/actuals.csv 第 47 行“月份”列：900 的「办件量」3 月已在第 8 行填过"),
    Case(
      "a month of execution is missing", "2025-06", without(execution, row: 12),
      says: "2025/execution.csv 第 8 行“月份”列：900-P1 财政拨款缺 3 月的预算执行，应补在第 8 行之后"),
    Case(
      "a month of execution is there twice", "2025-06", twice(execution, row: 12),
      says: "2025/execution.csv 第 50 行“月份”列：900-P1 财政拨款 3 月已在第 12 行填过"),
    Case("month 13", "2025-06", .cell(actuals, row: 8, "月份", "13"), says: "第 8 行“月份”列"),
    Case(
      "a cumulative value falls", "2025-06", .cell(actuals, row: 16, "实际完成值", "50人次"),
      says: "2025/actuals.csv 第 16 行“实际完成值”列：900-P1 的「培训人次」5 月累计 50人次，比 4 月的 60人次 少"
    ),
    Case(
      "a cumulative execution falls", "2025-06", .cell(execution, row: 20, "执行数", "49000.00"),
      says:
        "2025/execution.csv 第 20 行“执行数”列：900-P1 财政拨款5 月累计执行 49,000.00 元，比 4 月的 49,600.00 元少"),
    Case(
      "cumulative or monthly, not both", "2025-06", .cell(actuals, row: 8, "口径", "累计"),
      says: "2025/actuals.csv 第 8 行“口径”列：900 的「办件量」口径前后不一"),
    Case(
      "the same of execution", "2025-06", .cell(execution, row: 12, "口径", "当月"),
      says: "2025/execution.csv 第 12 行“口径”列：900-P1 财政拨款的口径前后不一"),
    Case(
      "a red light without a reason", "2025-06", .cell(actuals, row: 19, "偏差原因", ""),
      says: "2025/actuals.csv 第 19 行“偏差原因”列：900-P1 的「培训人次」是红灯（目标 ≥300人次，目前 100人次），没有偏差原因"),
    Case(
      "a red light of execution without a reason", "2025-06", .cell(execution, row: 25, "偏差原因", ""),
      says:
        "2025/execution.csv 第 25 行“偏差原因”列：900-P1 上年结转资金的执行是红灯（执行 10,000.00 元，全年预算数 50,000.00 元），没有偏差原因"
    ),
    Case(
      "no execution at all", "2025-06",
      .rows(execution, "of the unit alone") { $0.filter { $0[1] != "P1" } },
      says: "2025/execution.csv 第 25 行：900-P1 培训（虚构）没有预算执行的行，执行率没有得分，应补在第 25 行之后"),
  ]

  private static let ofTargets: [Case] = [
    Case(
      "an actual without a target; that its target has no actual only follows", "2025",
      .rows(actuals, "another name") {
        $0.map { $0[2] == "学员满意" ? $0 : $0.map { $0 == "群众满意度" ? "群众满意" : $0 } }
      },
      says: "2025/actuals.csv 第 42 行“三级指标”列：900 的绩效目标里没有「群众满意」"),
    Case(
      "a unit that does not fit", "2025", .cell(actuals, row: 44, "实际完成值", "11件"),
      says: "2025/actuals.csv 第 44 行“实际完成值”列：900-P1 的「完成时限」完成值 11件 与目标 ≤10天 的单位不能换算"),
    Case(
      "no unit where it could be two", "2025", .cell(actuals, row: 44, "实际完成值", "11"),
      says: "2025/actuals.csv 第 44 行“实际完成值”列：900-P1 的「完成时限」完成值 11 与目标 ≤10天 的单位不能换算"),
    Case("小时 for 天", "2025", .cell(actuals, row: 44, "实际完成值", "264小时")),
    Case(
      "words for a value", "2025", .cell(actuals, row: 44, "实际完成值", "11天以内"),
      says: "应为数和单位（如 6250件、95%、36小时、第7名），现为“11天以内”"),
    Case(
      "a quality with a number", "2025", .cell(actuals, row: 41, "实际完成值", "95%"),
      says: "2025/actuals.csv 第 41 行“实际完成值”列：900 的「营商环境」目标 改善 是定性的，应填达成等级，不填完成值和口径"),
    Case(
      "a number with a level", "2025", .cell(actuals, row: 42, "达成等级", "达成"),
      says: "2025/actuals.csv 第 42 行“实际完成值”列：900 的「群众满意度」目标 ≥90% 是定量的"),
    Case(
      "an unknown level", "2025", .cell(actuals, row: 41, "达成等级", "基本达成"),
      says: "2025/actuals.csv 第 41 行“达成等级”列：「营商环境」的达成等级“基本达成”不在方案 national 里",
      "2025/actuals.csv 第 41 行“评分”列：900 的「营商环境」基本达成，评分 27.00 分不在这一等级的区间里（分值 30.00 分）"),
    Case(
      "a score below its band", "2025", .cell(actuals, row: 41, "评分", "23.99"),
      says: "2025/actuals.csv 第 41 行“评分”列：900 的「营商环境」达成，评分 23.99 分不在这一等级的区间里（分值 30.00 分）"),
    Case("at the band's end", "2025", .cell(actuals, row: 41, "评分", "24")),
    Case(
      "a score above its band", "2025", .cell(actuals, row: 46, "评分", "16.01"),
      says: "2025/actuals.csv 第 46 行“评分”列：900-P1 的「能力提升」部分达成，评分 16.01 分不在这一等级的区间里（分值 20.00 分）"),
    Case(
      "no score at year's end", "2025", .cell(actuals, row: 41, "评分", ""),
      says: "2025/actuals.csv 第 41 行“评分”列：900 的「营商环境」没有评分，列入没有得分的指标"),
    Case(
      "a miss without a reason", "2025", .cell(actuals, row: 35, "偏差原因", ""),
      says: "2025/actuals.csv 第 35 行“偏差原因”列：900 的「办件量」未完成（目标 ≥1000件，实际 950件），没有偏差原因"),
    Case(
      "far above without a reason", "2025",
      .cell(targets, row: 2, "目标值", "≥700件"), .cell(actuals, row: 35, "偏差原因", ""),
      says: "2025/actuals.csv 第 35 行“偏差原因”列：900 的「办件量」远超目标（目标 ≥700件，实际 950件），没有偏差原因"),
    Case(
      "weights that do not add up", "2025", .cell(targets, row: 3, "权重", "15"),
      says:
        "department-budget/2025/targets.csv 第 2 行“权重”列：900 的“产出指标”各指标权重合计与方案的分值不等"),
    Case(
      "a group without indicators", "2025",
      .cell(targets, row: 5, "一级指标", "效益指标"),
      says: "department-budget/2025/targets.csv 第 2 行“权重”列：900 的“满意度指标”各指标权重合计与方案的分值不等",
      "2025/actuals.csv 第 41 行“评分”列：900 的「营商环境」达成，评分 27.00 分不在这一等级的区间里（分值 15.00 分）"),
    Case(
      "a group that the profile does not know", "2025", .cell(targets, row: 5, "一级指标", "满意度"),
      says: "department-budget/2025/targets.csv 第 5 行“一级指标”列：900 的指标「群众满意度」属于“满意度”，方案 national 没有给它分值",
      "department-budget/2025/targets.csv 第 2 行“权重”列：900 的“满意度指标”各指标权重合计与方案的分值不等"),
    Case(
      "one name twice", "2025", .cell(targets, row: 11, "三级指标", "能力提升"),
      says: "department-budget/2025/targets.csv 第 11 行“三级指标”列：900-P1 的三级指标「能力提升」不止一行"),
    Case(
      "execution above the budget", "2025", .cell(execution, row: 48, "执行数", "150000.01"),
      says:
        "2025/execution.csv 第 48 行“执行数”列：900-P1 财政拨款到 12 月执行 150,000.01 元，超过全年预算数 150,000.00 元"),
    Case(
      "projects above the unit", "2025",
      .rows(execution, "a unit that spent little") {
        $0.map { $0[1] == "" && $0[0] == "900" ? Array($0[..<6]) + ["100.00", $0[7]] : $0 }
      },
      says: "单位 900 各项目执行 198,800.00 元，超过部门整体的 2,400.00 元"),
    Case(
      "a change of what is no target", "2025", .cell(Performance.changes, row: 2, "三级指标", "培训人数"),
      says: "2025/changes.csv 第 2 行“三级指标”列：900-P1 的绩效目标里没有「培训人数」"),
    Case(
      "a change in another year", "2025", .cell(Performance.changes, row: 2, "调整日期", "2024-09-01"),
      says: "2025/changes.csv 第 2 行“调整日期”列：「培训人次」的调整日期 2024-09-01 不在 2025 年"),
    Case(
      "a change twice", "2025", twice(Performance.changes, row: 2),
      says: "2025/changes.csv 第 3 行“调整日期”列：「培训人次」在 2025-09-01 调整了不止一次"),
    Case(
      "a target that is none, in the other pipeline's register", "2025",
      .cell(targets, row: 2, "目标值", "约1000件"),
      says: "department-budget/2025/targets.csv 第 2 行“目标值”列"),
    Case(
      "the other pipeline's register is not there", "2025", .remove(targets),
      says: "department-budget/2025/targets.csv"),
  ]

  /// One wrong cell, and the one finding about it.
  private static let ofOneCell: [Case] = [
    Case(
      "January in another unit than the target's", "2025-06", .cell(actuals, row: 2, "实际完成值", "60家"),
      says: "2025/actuals.csv 第 2 行“实际完成值”列：900 的「办件量」完成值 60家 与目标 ≥1000件 的单位不能换算"),
    Case(
      "a month in the middle", "2025", .cell(actuals, row: 8, "实际完成值", "80家"),
      says: "2025/actuals.csv 第 8 行“实际完成值”列：900 的「办件量」完成值 80家 与目标 ≥1000件 的单位不能换算"),
    Case(
      "the target's unit, which all months differ from", "2025", .cell(targets, row: 2, "目标值", "≥1000家"),
      says: "2025/actuals.csv 第 2 行“实际完成值”列：900 的「办件量」完成值 60件 与目标 ≥1000家 的单位不能换算（这样写的共 12 行）"),
    Case(
      "a month without its unit", "2025", .cell(actuals, row: 8, "实际完成值", "80"),
      says: "2025/actuals.csv 第 8 行“实际完成值”列：900 的「办件量」有 1 行完成值没有写单位，当作目标 ≥1000件 的单位“件”"),
    Case(
      "a target that cannot be read", "2025", .cell(targets, row: 2, "目标值", "约1000件"),
      says: "department-budget/2025/targets.csv 第 2 行“目标值”列"),
    Case(
      "the same in a month", "2025-06", .cell(targets, row: 7, "目标值", "300左右"),
      says: "department-budget/2025/targets.csv 第 7 行“目标值”列"),
    Case(
      "a changed target that cannot be read", "2025", .cell(Performance.changes, row: 2, "调整后目标值", "约500人次"),
      says: "2025/changes.csv 第 2 行“调整后目标值”列"),
    Case(
      "an indicator misspelt in its target", "2025", .cell(targets, row: 2, "三级指标", "办件数"),
      says: "2025/actuals.csv 第 2 行“三级指标”列：900 的绩效目标里没有「办件量」（共 12 行）"),
    Case(
      "an indicator left out in its target", "2025", .cell(targets, row: 2, "三级指标", ""),
      says: "department-budget/2025/targets.csv 第 2 行“三级指标”列"),
    Case(
      "an indicator misspelt in January", "2025", .cell(actuals, row: 2, "三级指标", "办件数"),
      says: "2025/actuals.csv 第 2 行“三级指标”列：900 的绩效目标里没有「办件数」"),
    Case(
      "an indicator misspelt in June", "2025-06", .cell(actuals, row: 19, "三级指标", "培训人数"),
      says: "2025/actuals.csv 第 19 行“三级指标”列：900-P1 的绩效目标里没有「培训人数」"),
    Case(
      "a value that cannot be read", "2025-06", .cell(actuals, row: 8, "实际完成值", "八十件"),
      says: "2025/actuals.csv 第 8 行“实际完成值”列"),
    Case(
      "the only value of an indicator", "2025", .cell(actuals, row: 42, "实际完成值", "约92%"),
      says: "2025/actuals.csv 第 42 行“实际完成值”列"),
    Case(
      "a month that is none", "2025-06", .cell(actuals, row: 8, "月份", "三"),
      says: "2025/actuals.csv 第 8 行“月份”列"),
    Case(
      "a project that is none", "2025-06", .cell(actuals, row: 7, "项目编码", "P9"),
      says: "2025/actuals.csv 第 7 行“项目编码”列"),
    Case(
      "January with another basis", "2025", .cell(actuals, row: 2, "口径", "累计"),
      says: "2025/actuals.csv 第 2 行“口径”列：900 的「办件量」口径前后不一：这一行是累计，多数月份是当月"),
    Case(
      "a basis that is none", "2025", .cell(actuals, row: 2, "口径", "每月"), says: "2025/actuals.csv 第 2 行“口径”列"),
    Case(
      "January's execution with another basis", "2025-06", .cell(execution, row: 4, "口径", "当月"),
      says: "2025/execution.csv 第 4 行“口径”列：900-P1 财政拨款的口径前后不一：这一行是当月，多数月份是累计"),
    Case(
      "a source of money misspelt", "2025-06", .cell(execution, row: 4, "资金来源", "财政拔款"),
      says: "2025/execution.csv 第 4 行“资金来源”列"),
    Case(
      "a month of execution that is none", "2025-06", .cell(execution, row: 8, "月份", "二月"),
      says: "2025/execution.csv 第 8 行“月份”列"),
    Case(
      "an amount of execution that cannot be read", "2025-06", .cell(execution, row: 8, "执行数", "见附件"),
      says: "2025/execution.csv 第 8 行“执行数”列"),
    Case(
      "two targets wrong, two findings", "2025", .cell(targets, row: 2, "目标值", "约1000件"),
      .cell(targets, row: 8, "目标值", "10左右"), says: "targets.csv 第 2 行“目标值”列", "targets.csv 第 8 行“目标值”列"),
  ]

  /// Targets as documents have them, and what comes of the year's values.
  private static let ofForms: [Case] = [
    Case(
      "小时 and 天 in one monthly sum are added", "2025", .rows(actuals, "hours and days") { Self.hours($0) },
      .cell(targets, row: 2, "目标值", "≥100小时")),
    Case(
      "inside a range", "2025", .cell(targets, row: 2, "目标值", "900-1000件"),
      .cell(actuals, row: 35, "偏差原因", "")),
    Case(
      "below a range", "2025", .cell(targets, row: 2, "目标值", "960至1000件"),
      .cell(actuals, row: 35, "偏差原因", ""),
      says: "2025/actuals.csv 第 35 行“偏差原因”列：900 的「办件量」未完成（目标 960至1000件，实际 950件），没有偏差原因"),
    Case("in words", "2025", .cell(targets, row: 2, "目标值", "900件以上"), .cell(actuals, row: 35, "偏差原因", "")),
    Case(
      "a day, in time", "2025", .cell(targets, row: 8, "目标值", "12月31日前"),
      .rows(actuals, "a day") { Self.days($0, "12月20日") }),
    Case(
      "a day, late", "2025", .cell(targets, row: 8, "目标值", "11月30日前"),
      .rows(actuals, "a day") { Self.days($0, "12月20日") },
      says: "2025/actuals.csv 第 43 行“偏差原因”列：900-P1 的「完成时限」未完成（目标 11月30日前，实际 12月20日），没有偏差原因"),
    Case(
      "a day as a sum", "2025", .cell(targets, row: 8, "目标值", "12月31日前"),
      .rows(actuals, "a day") { Self.days($0, "12月20日").map { $0[2] == "完成时限" ? Self.summed($0) : $0 } },
      says: "2025/actuals.csv 第 43 行“口径”列：900-P1 的「完成时限」目标 12月31日前 是日期，口径应为时点"),
    Case("第三名", "2025", .cell(targets, row: 9, "目标值", "第三名")),
  ]

  private static func summed(_ row: [String]) -> [String] { row.map { $0 == "时点" ? "当月" : $0 } }

  /// The two rows of the indicator 完成时限 as one, with a day.
  private static func days(_ rows: [[String]], _ day: String) -> [[String]] {
    rows.filter { !($0[2] == "完成时限" && $0[3] == "6") }.map { row in
      row[2] == "完成时限" ? row.enumerated().map { [5: day, 8: ""][$0.offset] ?? $0.element } : row
    }
  }

  /// Every month 6 小时, and March 2 天: 114 in all.
  private static func hours(_ rows: [[String]]) -> [[String]] {
    rows.map { row in
      row[2] != "办件量"
        ? row : row.enumerated().map { $0.offset == 5 ? (row[3] == "3" ? "2天" : "6小时") : $0.element }
    }
  }

  private static let usual = Result {
    Dictionary(
      uniqueKeysWithValues: try ["2025", "2025-06"].map { period in
        let outcome = try Performance.unit().run(period)
        return (period, outcome.errors + outcome.warnings)
      })
  }

  @Test("the smallest unit is right but for what people have to judge")
  func usual() throws {
    let usual = try Self.usual.get()
    #expect(usual["2025-06"]?.count == 4 && usual["2025"]?.count == 2)
  }

  @Test(arguments: ofMonths + ofTargets + ofOneCell + ofForms)
  func says(_ test: Case) throws {
    let outcome = try Performance.unit(test.edits).run(test.period)
    let known = try Self.usual.get()[test.period] ?? []
    let new = (outcome.errors + outcome.warnings).filter { !known.contains($0) }
    for sentence in test.expected {
      #expect(new.contains { $0.contains(sentence) }, "\(new)")
    }
    // Nothing follows from a cell that is wrong: these sentences and no others.
    #expect(new.count == test.expected.count, "\(new)")
  }

  @Test("a profile whose points are not 100, one that is missing, and two at once")
  func profiles() throws {
    let weights = "pipelines/common/score-weights.csv"
    let wrong = try Performance.unit([.text(weights, "national,产出指标,50", "national,产出指标,49")]).run("2025")
    #expect(wrong.errors.contains { $0.contains("方案 national 的分值合计不是 100") })
    let missing = try Performance.unit([
      .text("pipelines/performance/pipeline.yaml", "family: 国家", "family: 外省")
    ]).run("2025")
    #expect(missing.errors.contains { $0.contains("要用系列“外省”里不含成本指标的方案") })
    let two = try Performance.unit([
      .text("pipelines/common/score-profiles.csv", "example,示例省方案（虚构）,示例省", "example,示例省方案（虚构）,国家")
    ]).run("2025")
    #expect(two.errors.contains { $0.contains("系列“国家”里不含成本指标的方案有 2 个同时有效") })
  }
}
