import Testing

@testable import Emit

struct HeaderRowsTests {
  /// `名称 2×1`: columns × rows that a title covers; · a covered cell.
  @Test(arguments: [
    ("one level", [["编码"], ["名称"]], ["编码 1×1 | 名称 1×1"]),
    (
      "equal neighbours are one cell", [["科目", "编码"], ["科目", "名称"], ["合计"]],
      ["科目 2×1 | · | 合计 1×2", "编码 1×1 | 名称 1×1 | ·"]
    ),
    (
      "the same title under another is another", [["甲", "小计"], ["乙", "小计"]],
      ["甲 1×1 | 乙 1×1", "小计 1×1 | 小计 1×1"]
    ),
    (
      "equal titles that are not neighbours", [["甲", "一"], ["乙"], ["甲", "二"]],
      ["甲 1×1 | 乙 1×2 | 甲 1×1", "一 1×1 | · | 二 1×1"]
    ),
  ])
  func merges(_ why: String, titles: [[String]], expected: [String]) {
    let rows = HeaderRows.rows(titles).map { row in
      row.cells.map { $0.map { "\($0.text) \($0.columnSpan)×\($0.rowSpan)" } ?? "·" }.joined(separator: " | ")
    }
    #expect(rows == expected)
  }
}
