import Foundation
import TestSupport
import Testing

/// LibreOffice calculates the published workbook anew and comes to the values that stand in it.
@Suite("The published workbook, calculated anew", .serialized)
struct RecalculationTests {
  @Test("every formula gives the value that stands in the file")
  func values() throws {
    let sample = try Sample()
    try sample.run()
    let file = sample.output().appending(path: "current/workbooks/183.xlsx")
    let published = try XLSXReader(file)
    #expect(published.formulas > 150)
    let recalculated = try LibreOffice(in: sample.folder).recalculated(file)
    #expect(published.differences(from: recalculated) == [])
  }

  @Test("a wrong value planted in the file is caught")
  func wrongValue() throws {
    let sample = try Sample()
    try sample.run()
    var archive = try StoredArchive(unzipping: sample.output().appending(path: "current/workbooks/183.xlsx"))
    let part = "xl/worksheets/sheet3.xml"
    let xml = String(decoding: try #require(archive[part]), as: UTF8.self)
    // 755.3524 is the total of 部门支出总表, a formula.
    let place = try #require(xml.range(of: "</f><v>755.3524</v>"))
    archive[part] = Data(xml.replacingCharacters(in: place, with: "</f><v>755.3624</v>").utf8)
    let file = sample.folder.appending(path: "planted.xlsx")
    try archive.bytes.write(to: file)
    let differences = try XLSXReader(file).differences(
      from: try LibreOffice(in: sample.folder).recalculated(file))
    #expect(differences.count == 1)
    #expect(
      differences.first?.hasSuffix("755.3624 published, 755.3524 recalculated") == true, "\(differences)")
  }
}
