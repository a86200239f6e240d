import Testing

@testable import Emit

struct SumFormulaTests {
  private func formula(_ cells: [(Int, Int)]) -> String? {
    SumFormula.over(cells.map { CellPlace(row: $0, column: $1) })
  }

  @Test func writesRanges() {
    #expect(formula([(8, 2)]) == "SUM(C9)")
    #expect(formula([(8, 2), (9, 2), (10, 2), (19, 2)]) == "SUM(C9:C11,C20)")
    #expect(formula([(8, 3), (8, 4), (8, 8), (8, 9)]) == "SUM(D9:E9,I9:J9)")
    #expect(formula([(0, 25), (0, 26), (0, 701), (0, 702)]) == "SUM(Z1:AA1,ZZ1:AAA1)")
  }

  @Test func nestsWhatAFunctionCannotTake() throws {
    let formula = try #require(self.formula((0..<260).map { ($0 * 2, 0) }))
    #expect(formula.hasPrefix("SUM(SUM(A1,A3,"))
    #expect(formula.hasSuffix("),SUM(A501,A503,A505,A507,A509,A511,A513,A515,A517,A519))"))
  }

  @Test func givesUpWhereNoFormulaIsLongEnough() {
    #expect(formula((0..<5000).map { ($0 * 2, 0) }) == nil)
  }
}
