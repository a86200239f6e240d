import Emit
import Figures
import Foundation
import TestSupport
import Testing

struct WorkbookWriterTests {
  private let writer = WorkbookWriter(title: "部门预算公开表", created: CivilDay(year: 2025, month: 1, day: 1))

  private func reading(_ grids: [Grid]) throws -> XLSXReader {
    try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      try writer.write(grids, to: file.path())
      return try XLSXReader(file)
    }
  }

  @Test func elevenSheetsNamedAsTheTables() throws {
    let workbook = try reading(try SampleBudget.builder.grids(SampleBudget.layout()))
    #expect(
      workbook.sheets.map(\.name) == [
        "收支预算总表", "部门收入总表", "部门支出总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表",
        "财政拨款“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出表", "部门整体支出绩效目标表",
        "项目支出绩效目标表",
      ])
  }

  @Test(arguments: [
    ("a total is live, exact, and shows two decimals", "C6", "755.3524", "SUM(C7,C10,C14,C18,C21)", "0.00"),
    ("a class adds up its 款", "C10", "39.0676", "SUM(C11)", "0.00"),
    ("a 款 adds up its 项", "C11", "39.0676", "SUM(C12:C13)", "0.00"),
    ("a trailing zero is not shown", "D9", "243.3027", nil, "0.0"),
    ("a leaf's total adds up its row", "C9", "513.7207", "SUM(D9:E9)", "0.00"),
    ("161.1 shows one decimal", "C18", "161.1", "SUM(C19)", "0.0"),
    ("no project expenditure: blank, not zero", "E11", "", nil, "General"),
    ("the number row", "C5", "1", nil, "General"),
  ])
  func expenditureTable(_ why: String, cell: String, value: String, formula: String?, format: String) throws {
    let workbook = try reading([try SampleBudget.grid("部门支出总表")])
    let found = try #require(workbook["部门支出总表"]?.cells[cell])
    #expect(found.value == value)
    #expect(found.formula == formula)
    #expect(found.format == format)
    #expect(found.hasBorder)
  }

  @Test func pageSetUp() throws {
    let sheet = try #require(try reading([try SampleBudget.grid("部门支出总表")])["部门支出总表"])
    #expect(sheet.xml.contains(#"orientation="landscape""#))
    #expect(sheet.xml.contains(#"paperSize="9""#))
    #expect(sheet.xml.contains(#"fitToHeight="0""#))
    #expect(sheet.xml.contains("&amp;C第 &amp;P 页 共 &amp;N 页"))
    #expect(sheet.xml.contains(#"<pane xSplit="2" ySplit="5" topLeftCell="C6""#))
    #expect(sheet.xml.contains(#"horizontalCentered="1""#))
    #expect(sheet.merges.sorted() == ["A1:E1", "A2:C2", "A3:B3", "C3:C4", "D2:E2", "D3:D4", "E3:E4"])
  }

  @Test func headerRowsAreRepeatedOnEveryPage() throws {
    let workbook = try reading([try SampleBudget.grid("部门支出总表")])
    #expect(workbook.workbookXML.contains("'部门支出总表'!$3:$5") || workbook.workbookXML.contains("部门支出总表!$3:$5"))
  }

  @Test(arguments: [
    "=1+1", "+86 792", "-1", "@SUM(A1)", "https://example.org", "mailto:a@b.cn", "0183", "1.10105E+17",
    " 留白 ",
    "<b>&\"'", "两行\n文字", "_x0041_", "internal:Sheet1!A1", "'",
  ])
  func textStaysText(_ text: String) throws {
    for isLong in [false, true] {
      let sheet = try #require(try reading([Grid.of([[.text(text)]], isLong: isLong)])["表"])
      let cell = try #require(sheet.cells["A1"])
      #expect(cell.value.replacing("_x005F_", with: "_") == text)
      #expect(cell.isText)
      #expect(cell.formula == nil)
      #expect(!sheet.xml.contains("hyperlink"))
    }
  }

  @Test func theSameGridsGiveTheSameBytes() throws {
    try withFolder { folder in
      let files = ["a.xlsx", "b.xlsx"].map { folder.appending(path: $0) }
      for file in files {
        try writer.write(try SampleBudget.builder.grids(SampleBudget.layout()), to: file.path())
      }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
      let core = String(
        decoding: try run("unzip", ["-p", files[0].path(), "docProps/core.xml"]), as: UTF8.self)
      // The day that was given, and no time zone's.
      #expect(core.contains("2025-01-01T12:00:00Z"))
      #expect(core.contains("部门预算公开表"))
    }
  }

  @Test(arguments: [false, true])
  func everyCellOfAMergedRangeHasItsBorder(isStreamed: Bool) throws {
    let tall = GridCell(.text("项目资金"), GridStyle(.label), columnSpan: 2, rowSpan: 3)
    let amount = GridCell(
      .number(GridNumber(Fixed(units: 270_418, decimals: 3), decimals: 6)), GridStyle(.amount), columnSpan: 2)
    let grid = Grid.of(
      [
        [tall, nil, .number(1_00)], [nil, nil, .number(2_00)], [nil, nil, .number(3_00)],
        [amount, nil, .text("尾")],
      ],
      isLong: isStreamed)
    let sheet = try #require(try reading([grid])["表"])
    #expect(sheet.merges.sorted() == ["A1:B3", "A4:B4"])
    #expect(sheet.cells["A1"]?.value == "项目资金")
    #expect(sheet.cells["A4"]?.value == "270.418")
    #expect(sheet.cells["A4"]?.format == "0.000")
    #expect(
      ["A1", "B1", "A2", "B2", "A3", "B3", "A4", "B4"].allSatisfy { sheet.cells[$0]?.hasBorder == true })
    #expect(sheet.cells["C3"]?.value == "3")
  }

  @Test func aSumOfZeroStaysLiveAndBlank() throws {
    let zero = GridNumber(Fixed(units: 0, decimals: 6), decimals: 2, hidesZero: true)
    let cell = GridCell(.formula("SUM(A1:B1)", zero), GridStyle(.amount))
    let sheet = try #require(
      try reading([
        Grid.of([[.number(1), .number(-1)], [cell], [GridCell(.number(zero), GridStyle(.amount))]])
      ])["表"])
    #expect(sheet.cells["A2"]?.formula == "SUM(A1:B1)")
    #expect(sheet.cells["A2"]?.format == "0.00;-0.00;")
    #expect(sheet.cells["A3"]?.value == "")
  }

  // MARK: What cannot be written

  @Test(arguments: [
    (
      "a text that no cell holds", GridCell.text(String(repeating: "长", count: 32768)),
      "表“表”单元格 A1：有 32768 个字符，单元格最多 32767 个"
    ),
    ("a NUL would cut the text", .text("前\0后"), "表“表”单元格 A1：含有空字符"),
    (
      "more digits than a spreadsheet keeps",
      GridCell(
        .number(GridNumber(Fixed(units: 1_234_567_890_123_456, decimals: 2), decimals: 2)), GridStyle(.amount)
      ),
      "表“表”单元格 A1：12345678901234.56 超过 15 位有效数字"
    ),
  ])
  func refuses(_ why: String, cell: GridCell, expected: String) throws {
    try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      let error = #expect(throws: WorkbookError.self) {
        try writer.write([Grid.of([[cell]])], to: file.path())
      }
      #expect(error?.sentence(inEnglish: false) == expected)
      #expect(!FileManager.default.fileExists(atPath: file.path()))
    }
  }

  @Test func aFolderThatIsNotThere() throws {
    try withFolder { folder in
      let path = folder.appending(path: "no/out.xlsx").path()
      #expect(throws: WorkbookError.file(path: path, reason: "No such file or directory")) {
        try writer.write([Grid.of([[.text("a")]])], to: path)
      }
    }
  }

  @Test func aDiskThatIsFull() throws {
    #expect(throws: WorkbookError.self) { try writer.write([Grid.of([[.text("a")]])], to: "/dev/full") }
  }

  @Test(arguments: ["", "a/b", "[1]", "表:1", String(repeating: "表", count: 32), "'表'"])
  func aNameThatNoSheetCanHave(_ name: String) throws {
    try withFolder { folder in
      #expect(throws: WorkbookError.sheetName(name)) {
        try writer.write([Grid.of([[.text("a")]], name: name)], to: folder.appending(path: "o.xlsx").path())
      }
    }
  }

  @Test func twoSheetsOfOneName() throws {
    try withFolder { folder in
      #expect(throws: WorkbookError.sheetName("表a")) {
        try writer.write(
          [Grid.of([[]], name: "表A"), Grid.of([[]], name: "表a")], to: folder.appending(path: "o.xlsx").path())
      }
    }
  }
}
