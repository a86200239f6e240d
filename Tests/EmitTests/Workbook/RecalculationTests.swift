import Emit
import Figures
import Foundation
import TestSupport
import Testing

/// A spreadsheet that calculates the workbook anew comes to the values that we published.
@Suite(.serialized) struct RecalculationTests {
  @Test func everyFormulaGivesItsCachedValue() throws {
    let (published, recalculated) = try recalculate(try SampleBudget.builder.grids(SampleBudget.layout()))
    #expect(published.formulas > 150)
    #expect(published.differences(from: recalculated) == [])
  }

  /// The test itself is to be trusted: a sum that does not come to the published value is seen.
  @Test func aWrongCachedValueIsCaught() throws {
    let wrong = GridNumber(Fixed(units: 301, decimals: 2), decimals: 2)
    let grid = Grid.of([
      [.number(1_00), .number(2_00)], [GridCell(.formula("SUM(A1:B1)", wrong), GridStyle(.amount))],
    ])
    let (published, recalculated) = try recalculate([grid])
    #expect(published.differences(from: recalculated) == ["表!A2: 3.01 published, 3 recalculated"])
  }

  @Test func sumsOverMoreCellsThanAFunctionTakes() throws {
    // 600 numbers, every second row: no ranges to make.
    let rows = (0..<1200).map { [GridCell.number($0.isMultiple(of: 2) ? 1_00 : 5_00)] }
    let formula = try #require(
      SumFormulaProbe.over((0..<600).map { (row: $0 * 2, column: 0) }))
    let sum = GridNumber(Fixed(units: 600, decimals: 0), decimals: 2)
    let grid = Grid.of(rows + [[GridCell(.formula(formula, sum), GridStyle(.amount))]])
    let (published, recalculated) = try recalculate([grid])
    #expect(published.differences(from: recalculated) == [])
  }

  private func recalculate(_ grids: [Grid]) throws -> (XLSXReader, XLSXReader) {
    try withFolder { folder in
      let file = folder.appending(path: "183.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(grids, to: file.path())
      return (try XLSXReader(file), try LibreOffice(in: folder).recalculated(file))
    }
  }
}
