import Figures
import Testing

@testable import Emit

/// A notice and its page show the same sheets: these are laid out once.
struct NoticeSheetsTests {
  private func unit(_ code: String) -> ResultRow { ResultRow(["unit"], [code]) }

  @Test(arguments: [
    ("a unit's notice and its page", ["明细 901", "明细 901"], 1),
    ("one unit after the other", ["明细 901", "明细 902"], 2),
    ("two layouts of one unit", ["明细 901", "汇总 901"], 2),
    ("others in between", ["明细 901", "明细 902", "明细 901"], 3),
  ])
  func laidOut(_ why: String, asked: [String], expected: Int) throws {
    let sheets = NoticeSheets()
    var count = 0
    for words in asked.map({ $0.split(separator: " ").map(String.init) }) {
      let grids = try sheets.grids(of: words[0], for: unit(words[1])) {
        count += 1
        return [Grid.of([[.text(words[0] + words[1])]])]
      }
      #expect(try grids.map(GridText.text) == [words.joined() + "\n"])
    }
    #expect(count == expected, "\(why)")
  }

  @Test(
    "their rows are made once, but those of a list each time", arguments: [(false, 1), (true, 2)])
  func readings(isListed: Bool, expected: Int) throws {
    final class Counter { var count = 0 }
    let counter = Counter()
    let grid = Grid(
      name: "表", title: "表", unit: .yuan, columns: [], page: .init(orientation: .portrait),
      isLong: false, isListed: isListed,
      produce: { _, body in
        counter.count += 1
        try body(GridRow(.line, [.text("甲")]))
      })
    let sheets = NoticeSheets()
    for _ in 1...2 {
      let grids = try sheets.grids(of: "明细", for: unit("901")) { [grid] }
      #expect(try GridText.text(of: grids[0]) == "甲\n")
    }
    #expect(counter.count == expected)
  }

  @Test("what cannot be laid out is not kept")
  func failures() throws {
    let sheets = NoticeSheets()
    let wrong = GridError.overflow(sheet: "表", cell: "B2")
    #expect(throws: wrong) { try sheets.grids(of: "明细", for: unit("901")) { throw wrong } }
    #expect(try sheets.grids(of: "明细", for: unit("901")) { [Grid.of([[.text("甲")]])] }.count == 1)
  }

  @Test(
    "the text says the same whether its numbers say where they come from or not",
    arguments: ["收支预算总表", "部门收入总表"])
  func text(_ name: String) throws {
    let layout = try #require(try SampleBudget.layout().sheets.first { $0.name == name })
    let plain = SampleBudget.builder
    var traced = plain
    traced.isTraced = true
    #expect(try GridText.text(of: traced.grid(layout)) == GridText.text(of: plain.grid(layout)))
  }
}
