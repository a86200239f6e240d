import Testing

/// One mistake is one finding, at the cell that is wrong: what only follows from it is not said too. In the smallest
/// district.
@Suite("Reserved procurement: one mistake, one finding")
struct SMEReserveOneFindingTests {
  private static let contracts = SMEReserve.contracts

  private static let trials: [Trial] = [
    Trial(
      "a unit without its code, which contracts, reports and reviewers name",
      .cell("2024/units.csv", row: 3, "预算单位编码", ""), "2024/units.csv 第 3 行“预算单位编码”列：“预算单位编码”不能为空"),
    Trial(
      "a report under a unit that is none: its contracts and its place in the list of units say nothing",
      .cell("2024/reports.csv", row: 2, "预算单位编码", "900009"),
      "2024/reports.csv 第 2 行“预算单位编码”列：“预算单位编码”的“900009”在预算单位的“预算单位编码”中找不到，最接近的是“900001”"),
    Trial(
      "an attachment under a unit that is none, whose folder is not there either",
      .cell("2024/attachments.csv", row: 2, "预算单位编码", "909"),
      "2024/attachments.csv 第 2 行“预算单位编码”列：“预算单位编码”的“909”在预算单位的“预算单位编码”中找不到，最接近的是“900”"),
    Trial(
      "a supplier's code that is none, which no contract finds",
      .cell("2024/suppliers.csv", row: 3, "统一社会信用代码", "无"),
      "2024/suppliers.csv 第 3 行“统一社会信用代码”列：“统一社会信用代码”的“无”不是有效的统一社会信用代码（18 位）"),
    Trial(
      "a supplier's indicator in words, from which no size is derived",
      .cell("2024/suppliers.csv", row: 5, "从业人员", "八人"),
      "2024/suppliers.csv 第 5 行“从业人员”列：“从业人员”应为整数，现为“八人”"),
    Trial(
      "a supplier without an indicator, on a contract without a size: the contract is what stops the run",
      .cell("2024/suppliers.csv", row: 5, "从业人员", ""),
      "2024/contracts.csv 第 10 行“企业规模”列：合同 HT20240009 没有填示例绿源环境监测有限公司的企业规模，供应商登记里也推算不出"),
    Trial(
      "another project's number: together they are over its budget, which says nothing",
      .cell(contracts, row: 3, "项目编号", "SL2024-01"),
      "2024/contracts.csv 第 3 行“项目预算金额”列：项目 SL2024-01 在这里是 900001、货物、预算 450,000.00 元，在第 2 行是 900001、服务、800,000.00 元"
    ),
    Trial(
      "a part of a small project without its share", .cell(contracts, row: 2, "预留选项", "设置专门采购包"),
      "2024/contracts.csv 第 2 行“预留比例”列：合同 HT20240001 是设置专门采购包，没有填预留比例"),
    Trial(
      "a reviewer of a unit that is none: the unit that lacks one is the one that is meant",
      .cell("2024/reviewers.csv", row: 3, "单位编码", "999"),
      "2024/reviewers.csv 第 3 行“单位编码”列：预算单位里没有 999，这一行采购人初审的审核人不起作用"),
  ]

  @Test(arguments: trials)
  func isSaidOnce(_ trial: Trial) throws {
    let usual = try SMEReserve.district().run("2024").warnings
    let outcome = try SMEReserve.district(trial.edits).run("2024")
    #expect((outcome.errors + outcome.warnings).filter { !usual.contains($0) } == trial.expected)
  }

  @Test("a value that is missing beside a wrong key is said when more are missing than keys are wrong")
  func twoMissing() throws {
    let outcome = try SMEReserve.district(
      .cell("2024/units.csv", row: 3, "预算单位编码", ""), .cell(Self.contracts, row: 10, "预算单位编码", "9O3")
    ).run("2024")
    #expect(outcome.errors.contains { $0.contains("第 10 行“预算单位编码”列") && $0.contains("“9O3”") })
    #expect(outcome.errors.contains("2024/units.csv 第 3 行“预算单位编码”列：“预算单位编码”不能为空"))
  }
}
