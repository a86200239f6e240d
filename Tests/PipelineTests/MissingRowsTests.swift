import Foundation
import Testing

/// A row that is missing is said at the register that lacks it, and at the row after which it belongs.
@Suite("Missing rows")
struct MissingRowsTests {
  /// Without the rows that have these cells.
  private static func without(_ path: String, _ cells: [String]) -> Edit {
    .rows(path, "without \(cells.joined(separator: " "))") { rows in
      rows.filter { row in !cells.allSatisfy(row.contains) }
    }
  }

  private static let budget: [Trial] = [
    Trial(
      "a kind of staff: after the rows of that unit and kind", Self.without("2025/staff.csv", ["编制", "参公"]),
      "2025/staff.csv 第 6 行：人员情况里单位 183 缺“编制 参公”一行，应补在第 6 行之后"),
    Trial(
      "the only row of a kind: after the last row of the unit", Self.without("2025/staff.csv", ["聘用"]),
      "2025/staff.csv 第 23 行：人员情况里单位 183 缺“聘用 小计”一行，应补在第 23 行之后"),
    Trial(
      "an item of this year", Self.without("2025/three_public.csv", ["公务用车运行维护"]),
      "2025/three_public.csv 第 6 行：2025 年三公经费里单位 183 缺“公务用车运行维护”一行，应补在第 6 行之后"),
    Trial(
      "an item of last year stands in last year's file", Self.without("2024/three_public.csv", ["公务接待"]),
      "2024/three_public.csv 第 6 行：2024 年三公经费里单位 183 缺“公务接待”一行，应补在第 6 行之后"),
    Trial(
      "a kind of procurement", Self.without("2025/procurement.csv", ["工程"]),
      "2025/procurement.csv 第 4 行：2025 年政府采购里单位 183 缺“工程”一行，应补在第 4 行之后"),
    Trial(
      "a text: the file that is not there", .remove("2025/texts/183/主要职责.md"),
      "2025/texts/183/主要职责.md：九江市浔阳区政务服务管理局 没有主要职责"),
  ]

  @Test("department-budget", arguments: budget)
  func ofBudget(_ trial: Trial) throws {
    let outcome = try Sample(trial.edits).run()
    #expect(outcome.errors == trial.expected)
  }

  @Test("a code: after the code before it")
  func code() throws {
    let outcome = try Sample([Self.without("pipelines/common/functions.csv", ["20103"])]).run()
    #expect(
      outcome.errors.contains { $0.contains("functions.csv 第") && $0.contains("没有上级科目 20103，应补在第") },
      "\(outcome.errors)")
  }

  @Test("a month: after the month before it, and the first one after the indicator's last row")
  func month() throws {
    let outcome = try Performance.unit([
      Self.without(Performance.actuals, ["办件量", "3"]), Self.without(Performance.actuals, ["培训成本", "1"]),
    ]).run("2025-06")
    #expect(
      outcome.errors == [
        "2025/actuals.csv 第 4 行“月份”列：900 的「办件量」缺 3 月的完成值，应补在第 4 行之后",
        "2025/actuals.csv 第 34 行“月份”列：900-P1 的「培训成本」缺 1 月的完成值，应补在第 34 行之后",
      ])
  }

  @Test("a unit that has not reported: in the register of reports")
  func report() throws {
    let outcome = try SMEReserve.district().run("2024")
    #expect(
      outcome.warnings.contains(
        "2024/reports.csv 第 5 行：902 示例区示例镇人民政府 没有填报，列入未填报名单；截止日期是 2025-07-15，应补在第 5 行之后"),
      "\(outcome.warnings)")
  }
}
