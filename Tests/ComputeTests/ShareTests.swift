import Definitions
import Figures
import Testing

@testable import Compute

private let yaml = """
  - {id: amount, from: contracts, sum: amount, keys: [unit, size]}
  - {id: contracts, from: contracts, count: true, keys: [unit, size]}
  - {id: budget, from: units, sum: budget, keys: [unit]}
  - {id: small_share, title: 小微企业占比, ratio: {of: 'amount[size=小型|微型]', to: amount}, decimals: 2}
  - {id: budget_share, ratio: {of: amount, to: budget}, decimals: 1, rounding: half-to-even}
  - {id: size_share, title: 按规模占比, share: {of: amount, over: [size]}, adjust: largest-remainder}
  - {id: size_rounded, share: {of: amount, over: [size]}}
  """

/// unit, size, year, amount in fen
private let contracts: [(String, String?, Int64, Int64?)] = [
  ("a", "小型", 2025, 100), ("a", "微型", 2025, 100), ("a", "中型", 2025, 100), ("a", "中型", 2024, 300),
  ("a", "小型", 2024, 100), ("b", "中型", 2025, 0), ("c", "小型", 2025, nil), ("d", "小型", 2025, -100),
  ("d", "中型", 2025, 300), ("e", nil, 2025, 200), ("e", "微型", 2025, 400),
]

private func book(_ yaml: String = yaml) throws -> FigureBook {
  let problems = DefinitionProblems()
  let node = try #require(DefinitionNode(yaml: yaml, file: "figures.yaml", problems: problems))
  let definitions = FigureDefinition.definitions(from: node)
  #expect(problems.errors.isEmpty, "\(problems.errors)")
  return try FigureBook(
    definitions, year: 2025, before: YearBefore(year: 2024), columns: { _ in ["_year"] },
    query: { sql in
      if sql.contains("FROM \"units\"") {
        return [row(["a"], 2025, 80000), row(["b"], 2025, 0)]
      }
      return contracts.map { unit, size, year, amount in row([unit, size], year, amount) }
    })
}

private func row(_ keys: [String?], _ year: Int64, _ value: Int64?) -> ResultRow {
  let cells = keys.map { $0.map(Value.text) ?? .null }
  return ResultRow(
    columns: keys.indices.map { "k\($0)" } + ["year", "value", "n"],
    values: cells + [.integer(year), value.map(Value.integer) ?? .null, .integer(1)])
}

private func printed(_ reference: String, in book: FigureBook, unit: String?) throws -> String? {
  let reference = try #require(FigureReference(reference))
  let value = try book.value(reference) { $0 == "unit" ? unit.map(Value.text) : nil }
  #expect(value.measure == .percent)
  return value.now?.description
}

@Suite("Ratios and shares")
struct ShareTests {
  @Test(
    "a ratio is divided once, from exact values, where both sides are there",
    arguments: [
      ("of a unit", "small_share", "a", "66.67"),
      ("of another reference", "small_share[unit=e]", "a", "66.67"),
      ("over all units", "small_share", nil, "45.45"),
      ("the year before", "small_share.before", "a", "25.00"),
      ("its change is in percentage points", "small_share.change", "a", "41.67"),
      ("no rows of the part is empty, not 0", "small_share", "b", nil),
      ("of nothing is empty", "size_share[size=中型]", "b", nil),
      ("an empty part is empty", "small_share", "c", nil),
      ("no rows at all", "small_share", "x", nil),
      ("without a share before there is no change", "small_share.change", "e", nil),
      ("keys that only one side has are summed over; half to even", "budget_share", "a", "0.4"),
      ("of zero there is no share", "budget_share", "b", nil),
    ] as [(String, String, String?, String?)])
  func ratio(_ why: String, reference: String, unit: String?, expected: String?) throws {
    #expect(try printed(reference, in: book(), unit: unit) == expected)
  }

  @Test(
    "shares that are made to add up, and shares rounded for themselves",
    arguments: [
      ("the first of equal parts takes what is missing", "size_share[size=中型]", "a", "33.34"),
      ("the others are rounded", "size_share[size=小型]", "a", "33.33"),
      ("two together", "size_share[size=小型|中型]", "a", "66.67"),
      ("all together", "size_share", "a", "100.00"),
      ("the year before for itself", "size_share[size=小型].before", "a", "25.00"),
      ("a size without rows has none", "size_share[size=大型]", "a", nil),
      ("a part below zero leaves no shares", "size_share[size=中型]", "d", nil),
      ("rounded: a third", "size_rounded[size=中型]", "a", "33.33"),
      ("rounded: two thirds, once", "size_rounded[size=小型|中型]", "a", "66.67"),
      ("rounded: of a total below its part", "size_rounded[size=中型]", "d", "150.00"),
    ] as [(String, String, String?, String?)])
  func share(_ why: String, reference: String, unit: String?, expected: String?) throws {
    #expect(try printed(reference, in: book(), unit: unit) == expected)
  }

  @Test("what was moved is listed once, with its keys, exact and printed share")
  func moved() throws {
    let book = try book()
    #expect(book.movedShares.isEmpty)
    for size in ["中型", "小型", "中型"] { _ = try printed("size_share[size=\(size)]", in: book, unit: "a") }
    _ = try printed("size_rounded[size=中型]", in: book, unit: "a")
    let third = Fixed(units: 33_333_333, decimals: 6)
    #expect(
      book.movedShares == [
        MovedShare(
          figure: "size_share", title: "按规模占比", keys: [.init("unit", "a"), .init("size", "中型")], exact: third,
          printed: Fixed(units: 3334, decimals: 2), moved: Fixed(units: 1, decimals: 2))
      ])
  }

  @Test("a row whose key is empty takes part, last among equals")
  func emptyKey() throws {
    let book = try book()
    let reference = try #require(FigureReference("size_share"))
    let value = try book.value(reference) { $0 == "unit" ? .text("e") : .null }
    #expect(value.now?.description == "33.33")
  }

  @Test(arguments: [
    (
      "an unknown figure", "{id: r, ratio: {of: amont, to: amount}}",
      "unknown figure 'amont'; did you mean 'amount'?"
    ),
    (
      "an unknown key", "{id: r, ratio: {of: 'amount[sise=小型]', to: amount}}",
      "unknown key 'sise'; did you mean 'size'?"
    ),
    (
      "money of a count", "{id: r, ratio: {of: amount, to: contracts}}",
      "'of' and 'to' of 'r' do not measure the same"
    ),
    (
      "the year before", "{id: r, ratio: {of: amount, to: amount.before}}",
      "'amount.before' is no reference to a figure's own value"
    ),
    ("a ratio of a ratio", "{id: r, ratio: {of: small_share, to: amount}}", "unknown figure 'small_share'"),
    ("one side", "{id: r, ratio: {of: amount}}", "key 'to' is missing"),
    (
      "an unknown key of over", "{id: r, share: {of: amount, over: [sze]}}",
      "unknown key 'sze'; did you mean 'size'?"
    ),
    ("over nothing", "{id: r, share: {of: amount, over: []}}", "key 'over' is missing"),
    (
      "over levels", "{id: r, share: {of: levels, over: [code]}}",
      "'code' has levels (prefixes) and can't be in 'over'"
    ),
    (
      "adjusting a ratio", "{id: r, ratio: {of: amount, to: amount}, adjust: none}",
      "'adjust' does not go with the figure 'r'"
    ),
    (
      "rows of a ratio", "{id: r, from: t, ratio: {of: amount, to: amount}}",
      "'from' does not go with the figure 'r'"
    ),
    (
      "decimals of a sum", "{id: r, from: t, sum: x, decimals: 2}",
      "'decimals' does not go with the figure 'r'"
    ),
    (
      "too many decimals", "{id: r, ratio: {of: amount, to: amount}, decimals: 7}",
      "'decimals' must be 0 to 6"
    ),
    (
      "both", "{id: r, ratio: {of: amount, to: amount}, share: {of: amount, over: [size]}}",
      "'r' needs either ratio or share"
    ),
  ])
  func reports(_ why: String, figure: String, expected: String) throws {
    let problems = DefinitionProblems()
    let levels = "\n- {id: levels, from: t, sum: x, keys: [code], prefixes: {code: [3, 5]}}\n"
    let node = try #require(
      DefinitionNode(yaml: yaml + levels + "- " + figure, file: "f", problems: problems))
    _ = FigureDefinition.definitions(from: node)
    #expect(problems.errors.map { String($0.description.dropFirst("f:9: ".count)) } == [expected])
  }

  @Test("a share has no growth, only a change")
  func growth() throws {
    let reference = try #require(FigureReference("small_share.growth"))
    let problem = FigureDefinition.problem(with: reference, among: try book().definitions)
    #expect(problem.map { "\(DefinitionError($0, file: "f", line: 1))" }?.contains("has no growth") == true)
  }
}
