import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

struct SheetMeasureTests {
  @Test(arguments: [
    ("机关服务", 8), ("2010303", 7), ("≥500件", 7), ("“三公”", 8), ("（境）", 6), ("ＡＢ", 4), ("é", 1), ("", 0),
  ])
  func widthOfATextInHalfWidths(_ text: String, expected: Int) {
    #expect(TextExtent.width(text) == expected)
  }

  @Test(arguments: [
    ("fits", "机关服务", 8, 1), ("one too many", "机关服务支", 8, 2), ("a wide character is not halved", "机关服务", 7, 2),
    ("its own breaks", "一\n\n二", 20, 3), ("nothing is one line", "", 8, 1),
    ("a column of no width", "机关", 0, 2), ("narrow letters of two bytes", "éàüö", 4, 1),
    ("its own break in a short text", "a\nb", 20, 2), ("wide letters of four bytes", "𠀀𠀁𠀂", 6, 1),
    ("one wide letter of four bytes too many", "𠀀𠀁𠀂", 5, 2),
  ])
  func linesOfAText(_ why: String, text: String, width: Int, expected: Int) {
    #expect(TextExtent.lines(text, width: width) == expected)
  }

  private func written(_ grid: Grid) throws -> XLSXReader.Sheet {
    try withFolder { folder in
      let file = folder.appending(path: "o.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      return try #require(try XLSXReader(file).sheets.first)
    }
  }

  @Test func aTableIsAsWideAsItsPage() throws {
    let sheet = try written(try SampleBudget.grid("部门支出总表"))
    let total = sheet.widths.values.reduce(0, +)
    #expect(abs(total - 138) < 4)
    // The names are wider than any of them, indents included.
    #expect(sheet.widths[2, default: 0] > 38)
  }

  @Test func aTextThatWrapsInAMergedRangeHasARowHighEnough() throws {
    let sheet = try written(try SampleBudget.grid("部门整体支出绩效目标表"))
    // 640 characters in three columns of about 74 half-widths together.
    #expect(sheet.cells["B9"]?.value == SampleBudget.goal)
    #expect(sheet.heights[9, default: 0] > 12 * 13)
  }

  /// Rows of a list are not known in advance: a number that comes late is not printed as ###.
  @Test func aColumnWidensForALateNumber() throws {
    let late =
      Array(repeating: [GridCell.number(1_00)], count: 600) + [[GridCell.number(123_456_789_012_345)]]
    let wide = (0..<20).map { _ in GridCell.text("列") }
    let sheet = try written(Grid.of(late.map { $0 + wide }, isLong: true))
    #expect(sheet.widths[1, default: 0] >= 17)
    #expect(sheet.cells["A601"]?.value == "1234567890123.45")
  }
}
