import Figures
import TestSupport
import Testing

@testable import Emit

struct LongTableTests {
  static let yaml = """
    sheets:
    - name: 支出明细
      title: 支出明细表
      long: true
      freeze: true
      table:
        rows: [{model: lines}]
        foot: [{total: 合计}]
        columns:
          - {title: 科目, text: function, label: true}
          - {title: [金额, 基本], id: a, amount: basic}
          - {title: [金额, 项目], id: b, amount: project}
          - {title: [金额, 合计], sum-of: [a, b]}
      notes: 注：完
    """

  static func data(_ count: Int) -> FakeData {
    var data = FakeData()
    data.models["lines"] = (1...count).map {
      ResultRow(
        ["function", "basic", "project"], ["科目\($0)", "#\($0 * 1_000_000)", $0 == 2 ? "" : "#1000000"])
    }
    return data
  }

  @Test func aListThatFits() throws {
    #expect(
      try text(Self.yaml, Self.data(3)) == """
        支出明细表
        科目\t金额\t\t
        \t基本\t项目\t合计
        科目1\t1\t1\t2
        科目2\t2\t\t2
        科目3\t3\t1\t4
        合计\t6\t2\t8
        注：完

        """)
  }

  /// One row is made after the other in the same place.
  @Test func nothingIsLeftOfTheRowBefore() throws {
    let yaml = """
      sheets:
      - name: 合同
        long: true
        table:
          rows: [{model: contracts}]
          columns:
            - {title: 名称, text: name, label: true, link-column: url}
            - {title: 状态, text: state, colors: {完成: green}}
            - {title: 金额, amount: amount}
      """
    var data = FakeData()
    let columns = ["name", "url", "state", "amount"]
    data.models["contracts"] = [
      ResultRow(columns, ["甲", "https://x.cn/1", "完成", "#1000000"]), ResultRow(columns, ["", "", "", ""]),
      ResultRow(columns, ["丙", "https://x.cn/3", "未完成", ""]),
      ResultRow(columns, ["丁", "", "完成", "#2000000"]),
    ]
    let rows = try grid(yaml, data).rows().filter { $0.kind == .body(level: 1) }
    #expect(
      rows.map { $0.cells.map { $0?.text } } == [
        ["甲", "完成", "1"], ["", "", ""], ["丙", "未完成", ""], ["丁", "完成", "2"],
      ])
    let links = [GridLink(address: "https://x.cn/1"), nil, GridLink(address: "https://x.cn/3"), nil]
    #expect(rows.map { $0.cells[0]?.link } == links)
    #expect(rows.map { $0.cells[0]?.style.isLink } == [true, false, true, false])
    #expect(rows.map { $0.cells[1]?.style.fill } == [.green, nil, nil, .green])
  }

  /// Where the columns' widths are given, rows are written as they come.
  @Test func aListThatGivesItsWidths() throws {
    var yaml = Self.yaml
    for (column, width) in [("function", 20), ("basic", 8), ("project", 8)] {
      yaml = yaml.replacing(": \(column)", with: ": \(column), width: \(width)")
    }
    yaml = yaml.replacing("sum-of: [a, b]", with: "sum-of: [a, b], width: 8")
    var data = Self.data(3)
    data.models["lines"]?.append(ResultRow(["function", "basic", "project"], ["科目4", "#1234567890123", ""]))
    let grid = try grid(yaml, data)
    try withFolder { folder in
      let file = folder.appending(path: "long.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let sheet = try #require(try XLSXReader(file).sheets.first)
      #expect(sheet.cells["A7"]?.value == "科目4" && sheet.cells["B7"]?.value == "1234567.890123")
      #expect(sheet.merges.sorted() == ["A1:D1", "A2:A3", "A9:D9", "B2:D2"])
      #expect(sheet.cells["A8"]?.value == "合计" && sheet.cells["B8"]?.formula == "SUM(B4:B7)")
    }
  }

  /// Seven rows a sheet: title, header, four of the list; then header and five of the list; the rest on a third.
  @Test func goesOnOnFurtherSheets() throws {
    let grid = try grid(Self.yaml, Self.data(10), rowLimit: 7)
    try withFolder { folder in
      let file = folder.appending(path: "long.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let workbook = try XLSXReader(file)
      #expect(workbook.sheets.map(\.name) == ["支出明细", "支出明细 (2)", "支出明细 (3)"])
      let (first, second) = (workbook.sheets[0], workbook.sheets[1])
      #expect(first.cells["A7"]?.value == "科目4")
      #expect(first.cells["D7"]?.formula == "SUM(B7:C7)")
      #expect(first.cells["A8"] == nil)
      #expect(second.cells["A1"]?.value == "科目")
      #expect(second.merges.sorted() == ["A1:A2", "B1:D1"])
      #expect(second.cells["A3"]?.value == "科目5")
      #expect(workbook.workbookXML.contains("'支出明细 (2)'!$1:$2"))
      #expect(second.xml.contains(#"ySplit="2""#))
    }
  }

  @Test func totalsReachOverAllSheets() throws {
    let grid = try grid(Self.yaml, Self.data(7), rowLimit: 7)
    try withFolder { folder in
      let file = folder.appending(path: "long.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let total = try #require(try XLSXReader(file)["支出明细 (2)"]?.cells["B6"])
      #expect(total.formula == "SUM('支出明细'!B4:B7,B3:B5)")
      #expect(total.number == 28)
      let again = try LibreOffice(in: folder).recalculated(file)
      #expect(again["支出明细 (2)"]?.cells["B6"]?.number == 28)
      #expect(again["支出明细 (2)"]?.cells["D6"]?.number == 34)
    }
  }

  @Test("a total is held against its figure also when no row has a number: what no row says is not published")
  func totalOfNothing() throws {
    let yaml = """
      sheets:
      - name: 明细
        long: true
        table:
          rows: [{model: lines}]
          foot: [{total: 合计}]
          columns:
            - {title: 科目, text: function, label: true}
            - {title: 金额, figure: amount}
      """
    var data = FakeData()
    data.models["lines"] = [ResultRow(["function"], ["201"])]
    data.figures["amount"] = .init(keys: ["function"], entries: [.init(keys: ["function": "207"], fen: 100)])
    let wrong = try grid(yaml, data)
    #expect(throws: GridError.self) { try wrong.rows() }
    data.figures["amount"]?.entries = []
    #expect(try grid(yaml, data).rows().last?.cells.map { $0?.text } == ["合计", ""])
  }

  @Test func anUnmarkedSheetThatIsTooLong() throws {
    let grid = try grid(Self.yaml.replacing("  long: true\n", with: ""), Self.data(10), rowLimit: 7)
    #expect(throws: GridError.tooManyRows(sheet: "支出明细", limit: 7)) { try grid.rows() }
  }
}
