import Emit
import Figures
import TestSupport
import Testing

@testable import Emit

@Suite("Links")
struct LinkTests {
  private func reading(
    _ yaml: String, _ data: FakeData = Procurement.data, outputs: [String] = []
  ) throws -> XLSXReader.Sheet {
    let (layout, problems) = layout(yaml, data.names())
    #expect(problems == [])
    var builder = GridBuilder(data: data, period: SampleBudget.period, publisher: nil)
    builder.targets = LinkTargets(file: "district/district.xlsx", outputs: Set(outputs))
    return try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      let grids = try builder.grids(try #require(layout))
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(grids, to: file.path())
      return try #require(try XLSXReader(file).sheets.first)
    }
  }

  private let units = Procurement.units.map { "workbooks/\($0).xlsx" }

  @Test("a name leads to its file, by a path from the workbook's own folder")
  func file() throws {
    let yaml = Procurement.sheet(column: #", link: "../workbooks/{unit}.xlsx""#)
    let sheet = try reading(yaml, outputs: units)
    #expect(sheet.links["B4"] == "../workbooks/101.xlsx" && sheet.links.count == 12)
    #expect(sheet.cells["B4"]?.value == "示例单位101（虚构）")
  }

  @Test("a link that leads to nothing stops the run")
  func dangling() throws {
    let yaml = Procurement.sheet(column: #", link: "../workbooks/{unit}.xlsx""#)
    #expect(throws: GridError.danglingLink(sheet: "汇总", target: "../workbooks/112.xlsx")) {
      try reading(yaml, outputs: units.dropLast())
    }
    #expect(throws: GridError.danglingLink(sheet: "汇总", target: "../../101.xlsx")) {
      try reading(Procurement.sheet(column: #", link: "../../{unit}.xlsx""#), outputs: units)
    }
  }

  @Test("a row without the value that a link needs has none")
  func none() throws {
    let yaml = Procurement.sheet(column: #", link: "../workbooks/{file}.xlsx""#)
    let sheet = try reading(yaml, outputs: units)
    #expect(sheet.links["B5"] == nil && sheet.links.count == 11)
  }

  @Test("addresses in the data are links only when they are http or https")
  func addresses() throws {
    var data = Procurement.data
    data.models["units"] = rows(
      """
      unit,name,url
      101,甲,https://ccgp.example.gov.cn/a?b=1&c=[2]
      102,乙,javascript:alert(1)
      103,丙,HTTP://例子.cn/合同
      104,丁,file:///etc/passwd
      105,戊,https://a b
      106,己,https://\(String(repeating: "x", count: 2080))
      107,庚,
      108,辛,https://
      109,壬,=HYPERLINK("https://x")
      """)
    let yaml = Procurement.sheet(column: ", link-column: url")
    let sheet = try reading(yaml.replacing("    foot: [{total: 合计}]\n", with: ""), data)
    #expect(sheet.links.keys.sorted() == ["B4", "B6"])
    #expect(sheet.links["B4"] == "https://ccgp.example.gov.cn/a?b=1&c=%5b2%5d")
    #expect(sheet.cells["B5"]?.value == "乙" && sheet.cells["B9"]?.value == "己")
  }

  @Test("a sheet of the same workbook")
  func sheet() throws {
    let other =
      "- name: 单位's 表\n  table:\n    rows: [{model: sizes}]\n    columns: [{title: 规模, text: size}]\n"
    let yaml = Procurement.sheet(other, column: #", link-sheet: "单位's 表""#)
    #expect(try reading(yaml).links["B4"] == "#'单位''s 表'!A1")
    #expect(throws: GridError.danglingLink(sheet: "汇总", target: "101")) {
      try reading(Procurement.sheet(column: ", link-sheet: '{unit}'"))
    }
  }

  @Test("a sheet has no more links than spreadsheets take; the others are texts")
  func limit() throws {
    let yaml = """
      sheets:
      - name: 合同
        long: true
        table:
          rows: [{model: contracts}]
          columns: [{title: 链接, text: url, link-column: url}]
      """
    var data = FakeData()
    data.models["contracts"] = (1...65532).map { ResultRow(["url"], ["https://x.cn/\($0)"]) }
    let xml = try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(
        [try grid(yaml, data)], to: file.path())
      return String(
        decoding: try run("unzip", ["-p", file.path(), "xl/worksheets/sheet1.xml"]), as: UTF8.self)
    }
    #expect(xml.split(separator: "<hyperlink ").count == 65531)
    #expect(xml.contains("<t>https://x.cn/65532</t>"))
  }

  @Test(arguments: [
    (
      "no such output", #"link: "../unit/{unit}.xlsx""#,
      "'../unit/{unit}.xlsx' leads to no output of this pipeline"
    ),
    (
      "out of the run's folder", #"link: "../../{unit}.xlsx""#,
      "'../../{unit}.xlsx' leads to no output of this pipeline"
    ),
    (
      "an unknown column", #"link: "../workbooks/{unti}.xlsx""#, "unknown column 'unti'; did you mean 'unit'?"
    ),
    ("an unknown sheet", "link-sheet: 汇", "unknown table '汇'; did you mean '汇总'?"),
    ("an unknown address", "link-column: ulr", "unknown column 'ulr'; did you mean 'url'?"),
    ("two of them", "link-column: url, link-sheet: 汇总", "give only one of link, link-sheet, link-column"),
  ])
  func reports(_ why: String, link: String, expected: String) throws {
    var names = Procurement.data.names()
    (names.file, names.outputs) = ("district/district.xlsx", ["workbooks/{unit}.xlsx"])
    #expect(layout(Procurement.sheet(column: ", " + link), names).problems == ["w.yaml:9: " + expected])
  }
}
