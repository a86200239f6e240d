import Emit
import Figures
import Foundation
import TestSupport
import Testing

@Suite("Charts")
struct ChartTests {
  private static func charts(_ lines: String) -> String {
    "  charts:\n" + lines.split(separator: "\n").map { "    - {\($0)}\n" }.joined()
  }

  private func reading(_ yaml: String, _ data: FakeData = Procurement.data) throws -> XLSXReader {
    try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      let writer = WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1))
      try writer.write([try grid(yaml, data)], to: file.path())
      let bytes = try Data(contentsOf: file)
      try writer.write([try grid(yaml, data)], to: file.path())
      #expect(try Data(contentsOf: file) == bytes, "the same bytes twice")
      return try XLSXReader(file)
    }
  }

  @Test("the first ten rows, as references to their cells with the present values beside them")
  func bar() throws {
    let yaml = Procurement.sheet(
      Self.charts("kind: bar, title: 采购金额前十位, categories: name, series: [amount], first: 10, labels: true"))
    let chart = try #require(try reading(yaml).charts.first)
    #expect(chart.contains("<c:f>'汇总'!$B$4:$B$13</c:f>") || chart.contains("<c:f>汇总!$B$4:$B$13</c:f>"))
    #expect(chart.contains("$C$4:$C$13</c:f>"))
    #expect(chart.contains("<c:v>示例单位101（虚构）</c:v>"))
    #expect(chart.contains(#"<c:ptCount val="10"/><c:pt idx="0"><c:v>1300</c:v>"#))
    #expect(chart.contains("<a:t>采购金额前十位</a:t>") && chart.contains("<a:t>万元</a:t>"))
    #expect(chart.contains(#"<c:barDir val="bar"/>"#) && chart.contains(#"<c:showVal val="1"/>"#))
    #expect(!chart.contains("<c:legend>"), "one series needs no legend")
  }

  @Test("formulas are kept with their values, empty cells as none")
  func formulas() throws {
    let yaml = Procurement.sheet(Self.charts("kind: line, categories: name, series: [share, small]"))
    let chart = try #require(try reading(yaml).charts.first)
    #expect(chart.contains(#"<c:ptCount val="12"/><c:pt idx="0"><c:v>25.64</c:v>"#))
    #expect(!chart.contains(#"<c:pt idx="11"><c:v>0"#))
    #expect(chart.contains("<c:v>占比（%）</c:v>") && chart.contains("<c:legend>"))
  }

  @Test("a pie names its slices, with the printed shares")
  func pie() throws {
    let yaml = """
      sheets:
      - name: 规模
        table:
          rows: [{model: sizes}]
          columns:
            - {title: 规模, text: size, id: size}
            - {title: 占比（%）, figure: share, id: share}
        charts:
          - {kind: pie, title: 按规模占比, categories: size, series: [share], labels: true, width: 480}
      """
    let chart = try #require(try reading(yaml).charts.first)
    #expect(chart.contains("<c:pieChart>") && chart.contains(#"<c:showCatName val="1"/>"#))
    #expect(chart.contains(#"formatCode="0.00&quot;%&quot;""#))
    #expect(chart.contains("<c:v>33.34</c:v>"))
  }

  @Test(
    "shares that add up to 100 % have a live total; each unit's share has none", arguments: [true, false])
  func wholeShares(addUp: Bool) throws {
    let yaml = """
      sheets:
      - name: 规模
        table:
          rows: [{model: sizes}]
          foot: [{total: 合计}]
          columns:
            - {title: 规模, text: size, label: true}
            - {title: 占比（%）, figure: share}
      """
    var data = Procurement.data
    data.wholeShares = ["share"]
    if !addUp { data.figures["share"]?.entries.append(.init(keys: ["size": "大型"], fen: 1)) }
    let cell = try #require(try reading(yaml, data).sheets.first?.cells["B5"])
    #expect(cell.formula == (addUp ? "SUM(B2:B4)" : nil))
    #expect(cell.value == (addUp ? "100" : "100.01"))
  }

  @Test("in a streamed list, too")
  func long() throws {
    let yaml = Procurement.sheet(
      Self.charts("kind: column, categories: name, series: [amount], first: 3, position: right")
    ).replacing("  title: 汇总表", with: "  long: true")
    let chart = try #require(try reading(yaml).charts.first)
    #expect(chart.contains("$C$3:$C$5</c:f>"))
    #expect(chart.contains(#"<c:ptCount val="3"/><c:pt idx="0"><c:v>1300</c:v>"#))
  }

  @Test("a page ends before a chart that it would cut")
  func pages() throws {
    let two = "kind: bar, categories: name, series: [amount], height: 200\n"
    let sheet = try #require(try reading(Procurement.sheet(Self.charts(two + two))).sheets.first)
    // 16 rows of table, one of space, 9 of the first chart; the next row, of space, begins the page.
    #expect(sheet.xml.contains(#"<brk id="26""#) && sheet.xml.contains(#"count="1" manualBreakCount="1""#))
  }

  @Test("without rows there is no chart")
  func empty() throws {
    var data = Procurement.data
    data.emptyModels["units"] = data.models["units"]?.first?.columns
    data.models["units"] = []
    let yaml = Procurement.sheet(Self.charts("kind: column, categories: name, series: [amount]"))
    #expect(try reading(yaml, data).charts.isEmpty)
  }

  @Test("rows without any number make no chart; one number is enough")
  func noNumbers() throws {
    var data = Procurement.data
    data.figures["small"] = .init(keys: ["unit"], entries: [])
    let yaml = Procurement.sheet(Self.charts("kind: column, categories: name, series: [small]"))
    #expect(try reading(yaml, data).charts.isEmpty)
    data.figures["small"] = .init(keys: ["unit"], entries: [.init(keys: ["unit": "105"], fen: 100)])
    #expect(try reading(yaml, data).charts.count == 1)
  }

  @Test(arguments: [
    (
      "an unknown column", "kind: bar, categories: nam, series: [amount]",
      "unknown column 'nam'; did you mean 'name'?"
    ),
    (
      "an unknown series", "kind: bar, categories: name, series: [amont]",
      "unknown column 'amont'; did you mean 'amount'?"
    ),
    (
      "an unknown kind", "kind: ba, categories: name, series: [amount]",
      "'kind' cannot be 'ba'; allowed: column, bar, pie, line"
    ),
    (
      "unknown rows", "kind: bar, categories: name, series: [amount], rows: unit",
      "unknown value 'unit'; did you mean 'units'?"
    ),
    (
      "numbers as names", "kind: bar, categories: small, series: [amount]",
      "'categories' must be a column of texts"
    ),
    (
      "names as numbers", "kind: bar, categories: name, series: [unit]", "'series' must be columns of numbers"
    ),
    (
      "no rows at all", "kind: bar, categories: name, series: [amount], first: 0", "'first' must be 1 to 1000"
    ),
    ("two pies in one", "kind: pie, categories: name, series: [amount, small]", "a pie has one series"),
    (
      "a misspelt key", "kind: bar, categories: name, serie: [amount], series: [amount]",
      "unknown key 'serie'; did you mean 'series'?"
    ),
  ])
  func reports(_ why: String, chart: String, expected: String) throws {
    let yaml = Procurement.sheet(Self.charts(chart))
    #expect(layout(yaml, Procurement.data.names()).problems == ["w.yaml:14: " + expected])
  }

  @Test("of a long list it needs to know how many rows, and stands beside it")
  func longReports() throws {
    let yaml = Procurement.sheet(Self.charts("kind: column, categories: name, series: [amount]"))
      .replacing("  title: 汇总表", with: "  long: true")
    #expect(
      layout(yaml, Procurement.data.names()).problems == [
        "w.yaml:14: a chart of a long sheet needs 'first', a number of rows",
        "w.yaml:14: a chart of a long sheet needs 'position: right'",
      ])
  }
}
