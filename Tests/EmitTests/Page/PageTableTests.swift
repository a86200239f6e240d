import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

/// A sheet in a page: what is a header, of what, and where numbers come from.
@Suite struct PageTableTests {
  private func page(_ grids: [Grid]) -> String {
    NoticeFixture.page("公告\n{{{tables}}}", ["tables": .sheets("")], sheets: grids)
  }

  /// Each row's cells: the tag with what says something about it, and the text.
  private func rows(_ html: String) throws -> [String] {
    try XMLTree.parse(Data("<main>\(html)</main>".utf8)).all("tr").map { row in
      row.children.map { cell in
        let span = ["colspan", "rowspan"].compactMap { name in cell.attributes[name].map { "\(name) \($0)" } }
        let words = [cell.name, cell.attributes["scope"] ?? ""] + span
        return words.filter { !$0.isEmpty }.joined(separator: " ") + ": " + cell.allText
      }.joined(separator: " | ")
    }
  }

  private func sample(_ name: String) throws -> Grid {
    var builder = SampleBudget.builder
    builder.isTraced = true
    return try builder.grid(try #require(try SampleBudget.layout().sheets.first { $0.name == name }))
  }

  @Test("two tables side by side, each line's number beside its name")
  func budget() throws {
    let rows = try rows(page([try sample("收支预算总表")]))
    #expect(rows[0] == "th colgroup colspan 2: 收    入 | th colgroup colspan 2: 支    出")
    #expect(rows[1] == "th col: 项目 | th col: 预算数 | th col: 项目(按支出功能科目类级) | th col: 预算数")
    #expect(rows[2] == "th row: 一、财政拨款收入 | td: 655.35 | th row: 一般公共服务支出 | td: 513.72")
  }

  @Test("caption, unit and note stand with the table")
  func caption() throws {
    let html = page([try sample("政府性基金预算支出表")])
    #expect(
      html.contains(
        "<caption><span class=\"title\"><span>政府性基金预算支出表</span></span><span class=\"unit\">"
          + "<span>填报单位：183 九江市浔阳区政务服务管理局</span> <span>单位：万元</span></span></caption>"))
    #expect(html.contains("</table>\n<p class=\"note\">注：若为空表，则为该部门（单位）无政府性基金收支</p>\n</section>"))
    #expect(html.contains("<colgroup span=\"2\"></colgroup><colgroup span=\"3\"></colgroup>"))
  }

  @Test("every number says its figure, also totals and sums", arguments: ["收支预算总表", "部门收入总表", "财政拨款收支总表"])
  func marks(_ name: String) throws {
    let root = try XMLTree.parse(Data("<main>\(page([try sample(name)]))</main>".utf8))
    let numbers = root.all("td").filter { $0.attributes["class"]?.hasPrefix("number") == true }
    #expect(!numbers.isEmpty)
    for number in numbers {
      let mark = try #require(number.children.first, "\(number.allText)")
      let exact = try #require(mark.integer("data-exact"))
      let printed = NumberFormat(decimals: 2, keepsTrailingZeros: false)
        .string(Fixed(units: Int64(exact), decimals: 6))
      #expect(printed == mark.allText)
    }
    #expect(numbers.contains { $0.children.first?.attributes["data-figure"] != nil })
  }

  @Test("a form: its labels are headers of rows, those over a list of columns")
  func form() throws {
    let rows = try rows(page([try sample("部门整体支出绩效目标表")]))
    #expect(rows[0] == "th row: 部门名称 | td colspan 3: 九江市浔阳区政务服务管理局")
    #expect(rows[1] == "th col colspan 4: 当年预算情况（万元）")
    #expect(rows[3] == "th row: 其中：财政拨款 | td: 655.35 | th row: 其他经费 | td: 100")
    #expect(rows.contains("th col: 一级指标 | th col: 二级指标 | th col: 三级指标 | th col: 目标值"))
  }

  @Test("a row that only continues cells from above is left out, and they reach less far down")
  func rowSpans() throws {
    let cell: (String, Int) -> GridCell = { GridCell(.text($0), GridStyle(.text), rowSpan: $1) }
    let grid = Grid.of([
      [cell("甲", 3), cell("一", 2)], [nil, nil], [nil, cell("二", 1)], [cell("乙", 1), cell("三", 1)],
    ])
    #expect(try rows(page([grid])) == ["td rowspan 2: 甲 | td: 一", "td: 二", "td: 乙 | td: 三"])
  }

  @Test("cells that reach down, over others that do, and further than the table")
  func rowSpansInARow() throws {
    let cell: (String, Int) -> GridCell = { GridCell(.text($0), GridStyle(.text), rowSpan: $1) }
    let grid = Grid.of([
      [cell("甲", 1), cell("一", 1)], [cell("乙", 2), cell("二", 1)], [nil, cell("三", 2)], [cell("丙", 1), nil],
      [nil, nil], [cell("丁", 3), cell("四", 1)], [nil, cell("五", 1)],
    ])
    #expect(
      try rows(page([grid])) == [
        "td: 甲 | td: 一", "td rowspan 2: 乙 | td: 二", "td rowspan 2: 三", "td: 丙",
        "td rowspan 2: 丁 | td: 四", "td: 五",
      ])
  }

  @Test("a column's cells differ from row to row, and so do their tags")
  func columns() throws {
    let name = { GridCell(.text($0), GridStyle(.name)) }
    let html = page([
      Grid.of([
        [name("甲"), .number(1)], [GridCell(.empty, GridStyle(.name)), .text("无")], [name("丙"), .number(2)],
      ])
    ])
    let rows = [
      "<th scope=\"row\">甲</th><td class=\"number\">0.01</td>", "<td></td><td>无</td>",
      "<th scope=\"row\">丙</th><td class=\"number\">0.02</td>",
    ]
    #expect(html.contains(rows.map { "<tr>\($0)</tr>\n" }.joined()))
  }

  @Test("text is text in cells, and an address is a link")
  func cells() throws {
    let html = page([Grid.of([[.text("<b>&"), .text("https://a.cn/?x&y"), .text("甲\n乙")]])])
    #expect(
      html.contains(
        "<td>&lt;b&gt;&amp;</td><td><a href=\"https://a.cn/?x&amp;y\">https://a.cn/?x&amp;y</a></td><td>甲<br/>乙</td>"
      ))
  }

  @Test(
    "only an address of the web is a link",
    arguments: [
      ("HTTP://甲.cn/乙", true), ("https://a.cn", true), ("https://", false), ("https:///a", false),
      ("https://a.cn/ b", false), ("https://甲.cn/\u{3000}", false), ("https://a.cn/甲<", false),
      ("ftp://a.cn", false),
    ])
  func links(_ text: String, isOne: Bool) {
    #expect(page([Grid.of([[.text(text)]])]).contains("<a href=") == isOne)
  }

  @Test("what a cell is shows in its class; a zero that stays blank is no number's text")
  func classes() throws {
    let number = GridNumber(Fixed(units: 0, decimals: 2), decimals: 2, hidesZero: true)
    let html = page([
      Grid.of([
        [
          .number(150), GridCell(.number(number), GridStyle(.amount, .right, isBold: true)),
          GridCell(.text("甲"), GridStyle(.text, .center, isBold: true)),
          GridCell(.text("乙"), GridStyle(.name, indent: 2), columnSpan: 2), nil,
          GridCell(
            .formula("SUM(A1:A2)", GridNumber(Fixed(units: 15, decimals: 1), decimals: 2)), GridStyle(.amount)
          ),
          GridCell(.empty, GridStyle(.name)),
        ]
      ])
    ])
    let cells = [
      "<td class=\"number\">1.5</td>", "<td class=\"number bold\"></td>", "<td class=\"center bold\">甲</td>",
      "<th scope=\"row\" colspan=\"2\" style=\"padding-left:2em\">乙</th>", "<td class=\"number\">1.5</td>",
      "<td></td>",
    ]
    #expect(html.contains("<tr>\(cells.joined())</tr>"))
  }

  @Test("a table of many columns has a page across to itself, unless its layout is upright")
  func wide() {
    let row = [(0..<9).map { GridCell.text("\($0)") }] as [[GridCell?]]
    #expect(page([Grid.of(row)]).contains("<section class=\"sheet wide\" id=\"t1\">"))
    #expect(
      page([Grid.of(row, page: .init(orientation: .portrait))]).contains(
        "<section class=\"sheet broad\" id=\"t1\">"))
  }
}
