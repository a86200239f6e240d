import Figures
import TestSupport
import Testing

@testable import Emit

/// A list whose rows add up nothing is made row by row, as a long one is: what stands in it is what a table shows.
struct PlainListTests {
  static let yaml = """
    sheets:
    - name: 合同
      title: 合同一览
      zero: blank
      notes: 注：完
      table:
        rows: [{model: contracts, by: [unit], bold: true, indent: 1}]
        columns:
          - {title: 序号, text: position}
          - {title: 名称, text: name, label: true, link-column: url}
          - {title: 状态, text: state, colors: {完成: green}}
          - {title: 金额, id: amount, amount: amount}
          - {title: 已付, id: paid, figure: paid}
          - {title: 已付(%), ratio-of: [paid, amount]}
    """

  static var data: FakeData {
    var data = FakeData()
    let columns = ["unit", "contract", "name", "url", "state", "amount"]
    data.models["contracts"] = [
      ResultRow(columns, ["901", "a", "甲", "https://x.cn/1", "完成", "#1000000"]),
      ResultRow(columns, ["902", "b", "乙", "", "完成", "#7"]),
      ResultRow(columns, ["901", "c", "", "", "", ""]),
      ResultRow(columns, ["901", "d", "丁", "https://x.cn/4", "未完成", "#3000000"]),
      ResultRow(columns, ["901", "e", "戊", "", "完成", "#0"]),
    ]
    data.models["units"] = [ResultRow(["unit"], ["901"])]
    data.figures["paid"] = .init(
      keys: ["contract"], entries: [.init(keys: ["contract": "d"], fen: 1_000_000)])
    return data
  }

  @Test func aNoticeShowsIt() throws {
    #expect(
      try text(Self.yaml, Self.data, publisher: "units") == """
        合同一览
        序号\t名称\t状态\t金额\t已付\t已付(%)
        1\t甲\t完成\t1\t\t
        2\t\t\t\t\t
        3\t丁\t未完成\t3\t1\t33.33
        4\t戊\t完成\t\t\t
        注：完

        """)
  }

  @Test(
    "cell for cell what a table says: links, colours, formulas, and where numbers come from",
    arguments: [false, true])
  func cells(isTraced: Bool) throws {
    var grid = try grid(Self.yaml, Self.data, publisher: "units")
    grid.isTraced = isTraced
    let layout = try #require(layout(Self.yaml, Self.data.names(publisher: "units")).layout?.sheets.first)
    guard case .tables(let tables) = layout.body else { return }
    let outer = try #require(Self.data.models["units"])
    let context = SheetContext(layout: layout, data: Self.data, rows: outer, isTraced: isTraced)
    let rows = try TableGrid(context: context, layouts: tables).rows(limit: 100)
    #expect(grid.isListed && !grid.isLong)
    #expect(try grid.rows() == rows)
    #expect(rows.flatMap(\.cells).contains { $0?.mark != nil } == isTraced)
  }

  @Test(
    "what adds up cells is a table",
    arguments: [
      ("a total", "    columns:", "    foot: [{total: 合计}]\n    columns:"),
      ("a line", "rows: [{model: contracts,", "rows: [{line: 小计}, {model: contracts,"),
      ("a column of sums", "ratio-of: [paid, amount]", "sum-of: [paid, amount]"),
      ("rows that are left out", "bold: true", "skip: zero"),
    ])
  func tables(_ why: String, part: String, other: String) throws {
    #expect(
      try !grid(Self.yaml.replacing(part, with: other), Self.data, publisher: "units").isListed, "\(why)")
  }

  @Test("a list longer than a sheet is not cut, unless it is said to be long")
  func tooLong() throws {
    let yaml = Self.yaml.replacing("  notes: 注：完\n", with: "")
    // Title, header and four rows.
    #expect(try grid(yaml, Self.data, publisher: "units", rowLimit: 6).rows().count == 6)
    #expect(throws: GridError.tooManyRows(sheet: "合同", limit: 5)) {
      try grid(yaml, Self.data, publisher: "units", rowLimit: 5).rows()
    }
  }
}
