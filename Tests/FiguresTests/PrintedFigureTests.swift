import Figures
import Testing

struct PrintedFigureTests {
  @Test(
    arguments: [
      ("decimals belong to the table", "61.1", 2, false), ("as many", "61.10", 2, false),
      ("one too many", "61.105", 2, true), ("zeros are none", "61.1000", 2, false),
      ("thousands", "12000", -3, false), ("hundreds in a table of thousands", "12500", -3, true),
      ("exact", "61.105", nil, false),
    ] as [(String, String, Int?, Bool)])
  func knowsItsDigits(_ why: String, value: String, decimals: Int?, expected: Bool) throws {
    #expect(PrintedFigure(try #require(Fixed(value)), decimals: decimals).hasTooManyDigits == expected)
  }

  @Test(
    arguments: [
      ("755.3524", "755.35", 2, true), ("755.355", "755.36", 2, true), ("755.355", "755.35", 2, false),
      ("61.1", "61.1", 2, true), ("61.1", "61.1", nil, true), ("61.104", "61.1", nil, false),
    ] as [(String, String, Int?, Bool)])
  func isThePrintOfAnExactFigure(exact: String, printed: String, decimals: Int?, expected: Bool) throws {
    let (exact, value) = (try #require(Fixed(exact)), try #require(Fixed(printed)))
    #expect(PrintedFigure(value, decimals: decimals).isPrint(of: exact) == expected)
  }

  @Test func roundsHalvesAsAsked() {
    let figure = PrintedFigure(Fixed(units: 2816, decimals: 2), decimals: 2)
    #expect(figure.isPrint(of: Fixed(units: 28165, decimals: 3), rounding: .halfToEven))
    #expect(!figure.isPrint(of: Fixed(units: 28165, decimals: 3)))
  }
}
