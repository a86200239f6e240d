import Pipeline
import Testing

/// Numbers that are too large to be summed, anywhere on their way: a finding at the row of the largest, and never a wrong
/// pipeline.
@Suite("Numbers that are too large")
struct LargeNumbersTests {
  private static let most = "92233720368547758.07"
  private static let readable = "92,233,720,368,547,758.07 元"

  private func outcome(_ edits: [Edit]) throws -> Outcome {
    let outcome = try Sample(edits).run()
    #expect(!outcome.isDone)
    #expect(
      !outcome.errors.contains { $0.contains("流程文件夹有误") || $0.contains("models/") }, "\(outcome.errors)")
    return outcome
  }

  @Test("in a balance: its group is named, and another broken group too")
  func balance() throws {
    let errors = try outcome([
      .cell("2025/three_public.csv", row: 3, "金额", Self.most),
      .cell("2025/three_public.csv", row: 4, "金额", Self.most),
      .cell("2025/procurement.csv", row: 2, "金额", "5.00"),
    ]).errors
    let sum = "2025/three_public.csv 第 3 行：“三公经费合计 = 各项之和”无法核对（183，2025）：合计超出可以准确计算的范围，其中最大的是"
    #expect(errors.contains { $0.hasPrefix(sum) && $0.hasSuffix(Self.readable) }, "\(errors)")
    #expect(errors.contains { $0.contains("政府采购的合计与各类之和不等") }, "\(errors)")
  }

  @Test("in a rule: the row of the largest number is named, and other rules are judged")
  func rule() throws {
    let errors = try outcome([
      .cell("2025/projects.csv", row: 2, "财政拨款", Self.most),
      .cell("2025/projects.csv", row: 2, "其他资金", Self.most),
    ]).errors
    #expect(
      errors.contains { $0.hasPrefix("2025/projects.csv 第 2 行") && $0.contains(Self.readable) }, "\(errors)")
  }

  @Test("among printed figures: the sum is named")
  func printed() throws {
    let errors = try Sample([
      .cell("2025/printed.csv", row: 5, "印出值", "922337203685477.5807"),
      .cell("2025/printed.csv", row: 5, "小数位", "4"), .cell("2025/printed.csv", row: 8, "小数位", "4"),
      .cell("2025/printed.csv", row: 8, "印出值", "922337203685477.5807"),
    ]).run().errors
    #expect(!errors.contains { $0.contains("流程文件夹有误") }, "\(errors)")
    #expect(errors.contains { $0.contains("无法核对（183，表二-20805-合计，按科目）：合计超出可以准确计算的范围") }, "\(errors)")
    #expect(errors.contains { $0.hasPrefix("2025/printed.csv 第 5 行") && $0.contains("与算出的不同") }, "\(errors)")
  }
}
