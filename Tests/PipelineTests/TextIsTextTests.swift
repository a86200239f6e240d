import Foundation
import TestSupport
import Testing

/// Text is text: what users write never becomes a formula, a tag or SQL.
@Suite("Text is text")
struct TextIsTextTests {
  @Test(arguments: [
    "=1+1", "+86 0792", "-1", "@SUM(A1)", "<b>局</b> & 'x' \"y\"",
    "'; DROP TABLE units; --",
  ])
  func unitName(_ name: String) throws {
    let sample = try Sample([
      .cell("2025/units.csv", row: 2, "单位名称", name), .cell("2025/projects.csv", row: 2, "实施单位", name),
    ])
    let outcome = try sample.run()
    #expect(outcome.isDone, "\(outcome.errors)")
    #expect(try sample.current().text("notices/183.txt").hasPrefix("\(name) 2025 年部门预算"))
    let workbook = try XLSXReader(sample.output().appending(path: "current/workbooks/183.xlsx"))
    let form = try #require(workbook["部门整体支出绩效目标表"])
    #expect(form.cells["B3"]?.value == name)
    #expect(form.cells["B3"]?.isText == true && form.cells["B3"]?.formula == nil)
    let table = CSVText(try sample.current().text("data/three-public.csv"))
    #expect(table.rows.dropFirst().allSatisfy { $0[1] == name })
  }
}
