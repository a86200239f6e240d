import Foundation
import Testing

/// The year before is there for comparison: without its folder nothing is compared, and nothing is made up.
@Suite("The year before")
struct YearBeforeTests {
  private static let phrases = ["较上年", "比上年", "比 2024", "与 2024", "持平", "增长", "下降", "安排增加", "安排减少"]

  /// The text that the program writes: part three without the projects, whose texts are the user's own.
  private func text(_ sample: Sample) throws -> String {
    let notice = try sample.current().text("notices/183.txt")
    let part = try #require(notice.components(separatedBy: "（一）收入预算情况\n\n").last)
    return try #require(part.components(separatedBy: "第四部分 名词解释").first)
  }

  @Test("with it, everything is compared")
  func compared() throws {
    let sample = try Sample()
    try sample.run()
    let text = try text(sample)
    #expect(text.contains("较上年预算安排增加 13.01 万元") && text.contains("与上年持平"))
    #expect(text.contains("比 2024 年预算增加 17.45 万元，增长 210.24%"))
  }

  @Test("without its folder the phrases are left out, and nobody is blamed")
  func leftOut() throws {
    let sample = try Sample([.remove("2024")])
    let outcome = try sample.run()
    #expect(outcome.isDone && outcome.errors.isEmpty)
    #expect(!outcome.warnings.contains { $0.contains("2024/") })
    let text = try text(sample)
    for phrase in Self.phrases { #expect(!text.contains(phrase), "\(phrase)") }
    // What is said of this year stays.
    for figure in [
      "收入预算总额为 755.35 万元", "基本支出 323.83 万元", "一般公共服务支出 513.72 万元", "工资福利支出 485.16 万元",
      "机关运行费预算 25.75 万元", "“三公”经费安排 0 万元",
    ] { #expect(text.contains(figure), "\(figure)") }
    #expect(!text.contains("其他支出"), "a class that only the year before has")
    #expect(!text.contains(" ，") && !text.contains("，，") && !text.contains("，。") && !text.contains("；。"))
  }

  @Test("an amount of 0 in the year before gives no percentage")
  func percentage() throws {
    let sample = try Sample([
      .cell("2024/expenditure.csv", row: 3, "经济科目编码", "31002"), .remove("2025/printed.csv"),
    ])
    try sample.run()
    let text = try text(sample)
    #expect(text.contains("机关运行费预算 25.75 万元，比 2024 年预算增加 25.75 万元。"))
  }

  @Test("a folder of the year before that lacks a register is an error: it is not the same as no folder")
  func incomplete() throws {
    let outcome = try Sample([.remove("2024/income.csv")]).run()
    #expect(outcome.errors == ["2024/income.csv：缺少文件“income.csv”"])
  }
}
