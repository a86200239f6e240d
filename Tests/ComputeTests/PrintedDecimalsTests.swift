import Definitions
import Figures
import Testing

@testable import Compute

/// A percentage is rounded once: where a document prints it in other decimals than its definition, from the fraction.
@Suite("Percentages in the decimals of a document")
struct PrintedDecimalsTests {
  private static let yaml = """
    - {id: amount, from: contracts, sum: amount, keys: [unit, size]}
    - {id: small, ratio: {of: 'amount[size=小微]', to: amount}}
    - {id: even, ratio: {of: 'amount[size=小微]', to: amount}, rounding: half-to-even}
    - {id: rounded, share: {of: amount, over: [size]}}
    - {id: adjusted, share: {of: amount, over: [size]}, adjust: largest-remainder}
    """

  /// unit, size, year, fen. Of `a` 24,519.1 of 33,067.0; of `b` thirds; of `c` 1 of 8; a year before of `a` 2 of 3.
  private static let rows: [(String, String, Int64, Int64)] = [
    ("a", "小微", 2025, 2_451_910), ("a", "其他", 2025, 854_790), ("a", "小微", 2024, 2), ("a", "其他", 2024, 1),
    ("b", "小微", 2025, 1), ("b", "中型", 2025, 1), ("b", "大型", 2025, 1), ("c", "小微", 2025, 1),
    ("c", "其他", 2025, 7),
  ]

  private static func book() throws -> FigureBook {
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "figures.yaml", problems: problems))
    return try FigureBook(
      FigureDefinition.definitions(from: node), year: 2025, before: YearBefore(year: 2024),
      columns: { _ in ["_year"] },
      query: { _ in
        rows.map { unit, size, year, fen in
          ResultRow(
            columns: ["k0", "k1", "year", "value", "n"],
            values: [.text(unit), .text(size), .integer(year), .integer(fen), .integer(1)])
        }
      })
  }

  @Test(
    arguments: [
      ("as its definition says", "small", "a", nil, "74.15"), ("whole", "small", "a", 0, "74"),
      ("one decimal is not that of 74.15", "small", "a", 1, "74.1"), ("three", "small", "a", 3, "74.150"),
      ("four", "small", "a", 4, "74.1498"), ("tens", "small", "a", -1, "70"),
      ("by its own rounding", "even", "c", 0, "12"), ("and half away from zero", "small", "c", 0, "13"),
      ("a share", "rounded[size=小微]", "a", 1, "74.1"), ("the year before", "small.before", "a", 4, "66.6667"),
      ("a change is of the two printed ones", "small.change", "a", 1, "7.4"),
      ("in two decimals", "small.change", "a", 2, "7.48"), ("in four", "small.change", "a", 4, "7.4831"),
      ("a growth", "amount.growth", "a", 4, "110223233.3333"),
      ("whole", "amount.growth", "a", 0, "110223233"),
      ("shares add up in the printed decimals", "adjusted[size=中型]", "b", 0, "34"),
      ("all of them", "adjusted[size=小微]", "b", 4, "33.3333"),
      ("in more than a pipeline may ask for each by itself", "adjusted[size=中型]", "b", 8, "33.33333333"),
    ] as [(String, String, String, Int?, String)])
  func prints(_ why: String, reference: String, unit: String, decimals: Int?, expected: String) throws {
    let reference = try #require(FigureReference(reference))
    let value = try Self.book().value(reference, decimals: decimals) { $0 == "unit" ? .text(unit) : nil }
    let text = value.now.map { NumberFormat(decimals: max($0.decimals, 0)).string($0) }
    #expect(text == expected)
  }

  @Test("shares that only a document prints in other decimals are not in the ledger")
  func ledger() throws {
    let book = try Self.book()
    let reference = try #require(FigureReference("adjusted[size=中型]"))
    _ = try book.value(reference, decimals: 0) { $0 == "unit" ? .text("b") : nil }
    #expect(book.movedShares.isEmpty)
    _ = try book.value(reference, decimals: 2) { $0 == "unit" ? .text("b") : nil }
    #expect(book.movedShares.map(\.printed) == [Fixed(units: 3334, decimals: 2)])
  }
}
