import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite struct ReportWorkbookTests {
  private static let unzip = "/usr/bin/unzip"

  private func report(english: Bool = false) -> FindingReport {
    let findings = [
      ReportFixture.finding(row: 4, column: "金额(元)", facts: Facts(found: "=1+1", expected: "金额")),
      ReportFixture.finding("no-remedy", .warning, facts: Facts(found: "110105194912310021")),
    ]
    return ReportFixture.report(findings, counts: ["type-error": 2500], english: english)
  }

  /// One part of the workbook, as it stands in the ZIP.
  private func part(_ name: String, of path: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: Self.unzip)
    process.arguments = ["-p", path, name]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func sameFindingsSameBytes() throws {
    try ReportFixture.withFolder { folder in
      try report().writeWorkbook(to: folder + "/a.xlsx")
      try report().writeWorkbook(to: folder + "/b.xlsx")
      let files = try ["a", "b"].map { try Data(contentsOf: URL(filePath: "\(folder)/\($0).xlsx")) }
      #expect(files[0] == files[1])
      #expect(files[0].count > 1000)
    }
  }

  @Test func sheetsFiltersAndTexts() throws {
    try ReportFixture.withFolder { folder in
      let path = folder + "/findings.xlsx"
      try report().writeWorkbook(to: path)
      let workbook = try part("xl/workbook.xml", of: path)
      #expect(workbook.contains("name=\"汇总\"") && workbook.contains("name=\"明细\""))
      let details = try part("xl/worksheets/sheet2.xml", of: path)
      #expect(details.contains("<autoFilter ref=\"A1:M3\"/>"))
      #expect(details.contains("topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\""))
      #expect(details.contains(#/<c r="E3" s="\d+"><v>4</v>/#), "rows are numbers")
      #expect(!details.contains("<f>"), "no text becomes a formula")
      let texts = try part("xl/sharedStrings.xml", of: path)
      #expect(texts.contains("<t>=1+1</t>") && texts.contains("<t>110105194912310021</t>"))
      #expect(try part("xl/worksheets/sheet1.xml", of: path).contains("<v>2500</v>"))
    }
  }

  @Test func withoutFindingsThereAreHeaders() throws {
    try ReportFixture.withFolder { folder in
      let path = folder + "/findings.xlsx"
      try ReportFixture.report([], english: true).writeWorkbook(to: path)
      #expect(try part("xl/workbook.xml", of: path).contains("name=\"Summary\""))
      #expect(try part("xl/sharedStrings.xml", of: path).contains("<t>other columns</t>"))
    }
  }

  @Test func aFolderThatIsNotThere() {
    #expect(throws: EmitError.unwritable(path: "/nowhere/findings.xlsx", why: "No such file or directory")) {
      try report().writeWorkbook(to: "/nowhere/findings.xlsx")
    }
    let error = EmitError.unwritable(path: "/nowhere/a.xlsx", why: "No such file or directory")
    #expect(error.sentence(inEnglish: false) == "无法写入“/nowhere/a.xlsx”：No such file or directory")
  }

  @Test(arguments: [
    ("plain", "政务局", "政务局"),
    ("a NUL would end the text", "甲\0乙", "甲\u{FFFD}乙"),
    ("no character of XML", "甲\u{FFFE}", "甲\u{FFFD}"),
    ("looks like a character's number", "_x0041_", "_x005F_x0041_"),
    ("an underscore", "a_b", "a_b"),
  ])
  func cells(_ why: String, text: String, expected: String) {
    #expect(ReportCellText.string(text) == expected, "\(why)")
  }

  @Test(arguments: [
    ("one line", "应为金额", 20.0, 1), ("two lines", "应为金额，最多两位小数", 20.0, 2),
    ("lines of its own", "一\n二\n", 20.0, 3), ("Latin letters take half", "abcdefghijklmnopqr", 20.0, 1),
    ("a column of no width", "甲乙", 0.0, 2),
  ])
  func wrappedLines(_ why: String, text: String, width: Double, expected: Int) {
    #expect(ReportCellText.lines(of: text, width: width) == expected, "\(why)")
  }

  @Test func aCellHoldsNoMoreThanExcelTakes() {
    let cut = ReportCellText.string(String(repeating: "😀", count: 20_000))
    #expect(cut.utf16.count <= 32_767 && cut.hasSuffix("😀…"))
    let whole = String(repeating: "甲", count: 32_766)
    #expect(ReportCellText.string(whole) == whole)
  }
}
