import Emit
import Figures
import TestSupport
import Testing

struct FormGridTests {
  static let yaml = """
    sheets:
    - name: 目标表
      title: "{project}目标表"
      form:
        for-each: projects
        widths: [10, 10, 20]
        rows:
          - [{text: 资金, down: 2}, 总额, {amount: funds, decimals: 6}]
          - [其中, {text: "共 {funds} 分"}]
          - [{text: "{goal}", across: 3}]
          - model: goals
            by: [project]
            cells: [{text: "{one}", merge: true}, {text: "{two}", merge: true}, "{three}"]
    """

  static var data: FakeData {
    var data = FakeData()
    data.models["projects"] = rows("project,funds,goal\n甲,#2704180000,好\n乙,#0,")
    data.models["goals"] = rows(
      """
      project,one,two,three
      甲,产出,数量,一
      甲,产出,数量,二
      甲,效益,数量,三
      甲,效益,,四
      甲,效益,,五
      """)
    return data
  }

  @Test func oneFormARowOneUnderTheOther() throws {
    #expect(
      try text(Self.yaml, Self.data) == """
        甲目标表
        资金\t总额\t2704.18
        \t其中\t共 2704180000 分
        好\t\t
        产出\t数量\t一
        \t\t二
        效益\t数量\t三
        \t\t四
        \t\t五
        乙目标表
        资金\t总额\t0
        \t其中\t共 0 分
        \t\t
        \t\t

        """)
  }

  /// 数量 of 效益 is not the 数量 of 产出, and empty neighbours are left apart.
  @Test func equalNeighboursAreMerged() throws {
    let rows = try grid(Self.yaml, Self.data).rows()
    let spans = rows[4...8].map { $0.cells.map { $0.map { "\($0.rowSpan)" } ?? "·" }.joined() }
    #expect(spans == ["221", "··1", "311", "·11", "·11"])
    #expect(rows[9].startsPage)
  }

  @Test func aFormWithoutARowKeepsItsLabels() throws {
    var data = Self.data
    data.emptyModels["projects"] = ["project", "funds", "goal"]
    data.models["projects"] = []
    #expect(try text(Self.yaml, data) == "资金\t总额\t\n\t其中\t\n\t\t\n\t\t\n")
  }

  @Test func aTextThatNeedsAnEmptyColumn() throws {
    let yaml = Self.yaml.replacing("共 {funds} 分", with: "目标：{goal}")
    #expect(throws: GridError.missingText(sheet: "目标表", column: "goal")) { try text(yaml, Self.data) }
  }

  /// A row of a sheet is at most 409 points high: a longer text takes several, merged.
  @Test func aTextThatNoRowCanShow() throws {
    var data = Self.data
    data.models["projects"] = [
      ResultRow(["project", "funds", "goal"], ["甲", "#1", String(repeating: "长", count: 1000)])
    ]
    let grid = try grid(Self.yaml, data)
    // 2000 half-widths in 40 are 50 lines, 29 a row.
    #expect(try grid.rows()[3].cells[0]?.rowSpan == 2)
    try withFolder { folder in
      let file = folder.appending(path: "form.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let sheet = try #require(try XLSXReader(file).sheets.first)
      #expect(sheet.merges.contains("A4:C5"))
      // The form is spread over its page, so that there are fewer lines in the end.
      #expect(sheet.heights[4, default: 0] + sheet.heights[5, default: 0] > 200)
    }
  }
}
