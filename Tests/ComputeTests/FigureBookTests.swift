import Definitions
import Figures
import Testing

@testable import Compute

/// `figures.yaml` of the tests: expenditure by unit, function and kind.
private func definitions(_ yaml: String) throws -> [FigureDefinition] {
  let problems = DefinitionProblems()
  let node = try #require(DefinitionNode(yaml: yaml, file: "figures.yaml", problems: problems))
  let definitions = FigureDefinition.definitions(from: node)
  #expect(problems.errors.isEmpty, "\(problems.errors)")
  return definitions
}

private let yaml = """
  - id: expenditure
    from: expenditure
    sum: amount
    keys: [unit, function, kind]
    prefixes: {function: [3, 5, 7]}
  """

/// unit, function, kind, year, amount in fen, rows
private let sums: [(String?, String?, String?, Int64, Int64?)] = [
  ("183", "2010303", "基本", 2025, 243_302_700), ("183", "2010303", "项目", 2025, 270_418_000),
  ("183", "2101101", "基本", 2025, 9_184_200), ("183", "2101103", "基本", 2025, 2_793_500),
  ("183", "2010303", "基本", 2024, 217_230_000), ("183", "2210201", "基本", 2025, 0),
  ("183", "2129999", "项目", 2025, nil), ("184", "2010303", nil, 2025, 100),
]

private func book(before: YearBefore? = YearBefore(year: 2024)) throws -> FigureBook {
  try FigureBook(
    try definitions(yaml), year: 2025, before: before, columns: { _ in ["_year"] },
    query: { _ in
      sums.map { unit, function, kind, year, amount in
        ResultRow(
          columns: ["k0", "k1", "k2", "year", "value", "n"],
          values: [
            text(unit), text(function), text(kind), .integer(year), amount.map(Value.integer) ?? .null,
            .integer(1),
          ])
      }
    })
}

private func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }

@Suite("Figures")
struct FigureBookTests {
  @Test(
    "a reference gives the sum of what it points at",
    arguments: [
      ("all of the unit", "expenditure", 525_698_400),
      ("a class is the sum of its codes", "expenditure[function=210]", 11_977_700),
      ("an item", "expenditure[function=2101103]", 2_793_500),
      ("one kind", "expenditure[function=201, kind=项目]", 270_418_000),
      ("two kinds", "expenditure[function=201, kind=项目|基本]", 513_720_700),
      ("zero is zero", "expenditure[function=221]", 0),
      ("empty is not zero", "expenditure[function=212]", nil),
      ("no row is not zero", "expenditure[function=999]", nil),
      ("the year before", "expenditure[function=201].before", 217_230_000),
      ("the change", "expenditure[function=201].change", 296_490_700),
      ("a class that is new", "expenditure[function=210].change", 11_977_700),
      ("growth in percent, two decimals", "expenditure[function=201].growth", 13649),
      ("no growth from nothing", "expenditure[function=210].growth", nil),
    ] as [(String, String, Int64?)])
  func value(_ why: String, reference: String, expected: Int64?) throws {
    let reference = try #require(FigureReference(reference))
    let value = try book().value(reference) { $0 == "unit" ? .text("183") : nil }
    #expect(value.now?.units == expected)
  }

  @Test("without the year before nothing is said about change")
  func uncompared() throws {
    let reference = try #require(FigureReference("expenditure.change"))
    let value = try book(before: nil).value(reference) { _ in nil }
    #expect(value.now == nil && !value.isCompared)
  }

  @Test(
    "only rows of exactly this year and of exactly the one before count, however a table writes its years")
  func years() throws {
    let years: [(Value, Int64)] = [
      (.integer(2025), 1), (.text("2025"), 10), (.integer(2024), 100), (.text("2024"), 1000),
      (.integer(2023), 10_000), (.integer(2026), 100_000), (.null, 1_000_000), (.text("二〇二五"), 10_000_000),
    ]
    func book(before: Int64?, columns: [String]) throws -> FigureBook {
      try FigureBook(
        try definitions("- {id: income, from: income, sum: amount}"), year: 2025,
        before: before.map { YearBefore(year: $0) },
        columns: { _ in columns },
        query: { _ in
          years.map { ResultRow(columns: ["year", "v0"], values: [$0, .integer($1)]) }
        })
    }
    let income = try #require(FigureReference("income"))
    let compared = try book(before: 2024, columns: ["year"]).value(income) { _ in nil }
    #expect((compared.now?.units, compared.before?.units) == (11, 1100))
    let alone = try book(before: nil, columns: ["_year"]).value(income) { _ in nil }
    #expect((alone.now?.units, alone.before?.units) == (11, nil))
    #expect(try book(before: 2024, columns: ["amount"]).value(income) { _ in nil }.now?.units == 11_111_111)
  }

  @Test("a key that is empty in the row finds the rows without it")
  func emptyKey() throws {
    let reference = try #require(FigureReference("expenditure"))
    let value = try book().value(reference) { $0 == "kind" ? .null : nil }
    #expect(value.now == Fixed(units: 100, decimals: 2))
  }

  @Test("a sum that leaves 64 bits is thrown")
  func overflow() throws {
    let rows = [Int64.max, 1].enumerated().map { index, amount in
      ResultRow(
        columns: ["k0", "k1", "k2", "year", "value", "n"],
        values: [.text("183"), .text("20\(index)"), .null, .integer(2025), .integer(amount), .integer(1)])
    }
    let book = try FigureBook(
      definitions(yaml), year: 2025, before: nil, columns: { _ in ["_year"] }, query: { _ in rows })
    let reference = try #require(FigureReference("expenditure"))
    #expect(throws: ArithmeticOverflow.self) { _ = try book.value(reference) { _ in nil } }
  }

  @Test("names the parts of a total that were not named")
  func unnamed() throws {
    let total = try #require(FigureReference("expenditure.change"))
    let parts = try ["expenditure[function=201].change"].map { try #require(FigureReference($0)) }
    let unnamed = try book().unnamedParts(total: total, parts: parts) { $0 == "unit" ? .text("183") : nil }
    #expect(
      unnamed == [UnnamedPart(key: "function", name: "210", value: Fixed(units: 11_977_700, decimals: 2))])
  }

  @Test("the sum and the list of rows ask the same of the same table")
  func sql() throws {
    var figure = try #require(try definitions(yaml)[0].rows)
    figure.filter = "kind <> '其他'"
    #expect(
      figure.sumsSQL(yearColumn: "_year")
        == "SELECT \"unit\" AS k0, \"function\" AS k1, \"kind\" AS k2, \"_year\" AS year, SUM(\"amount\") AS v0 "
        + "FROM \"expenditure\" WHERE (kind <> '其他') GROUP BY \"unit\", \"function\", \"kind\", \"_year\""
    )
    #expect(
      figure.rowsSQL(at: [("unit", ["18'3"]), ("function", ["201"]), ("kind", [nil])], year: ("_year", 2025))
        == "SELECT * FROM \"expenditure\" WHERE (kind <> '其他') AND (CAST(\"unit\" AS TEXT) = '18''3') "
        + "AND (SUBSTR(\"function\", 1, 3) = '201') AND (\"kind\" IS NULL) AND \"_year\" = 2025")
  }
}

@Suite("figures.yaml")
struct FigureDefinitionTests {
  @Test(arguments: [
    (
      "an unknown key of prefixes", "- {id: a, from: t, sum: x, keys: [unit], prefixes: {unti: [3]}}",
      ["figures.yaml:1: unknown key 'unti'; did you mean 'unit'?"]
    ),
    ("neither sum nor count", "- {id: a, from: t}", ["figures.yaml:1: 'a' needs either sum or count: true"]),
    (
      "both", "- {id: a, from: t, sum: x, count: true}",
      ["figures.yaml:1: 'a' needs either sum or count: true"]
    ),
    (
      "twice", "- {id: a, from: t, sum: x}\n- {id: a, from: t, sum: x}",
      ["figures.yaml:2: figure 'a' is defined twice"]
    ),
  ])
  func reports(_ why: String, yaml: String, expected: [String]) throws {
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "figures.yaml", problems: problems))
    _ = FigureDefinition.definitions(from: node)
    #expect(problems.errors.map(\.description) == expected)
  }

  @Test(
    arguments: [
      ("expenditure[unit=1]", nil),
      ("expendture", "unknown figure 'expendture'; did you mean 'expenditure'?"),
      ("expenditure[units=1]", "unknown key 'units'; did you mean 'unit'?"),
    ] as [(String, String?)])
  func references(_ text: String, expected: String?) throws {
    let reference = try #require(FigureReference(text))
    let problem = FigureDefinition.problem(with: reference, among: try definitions(yaml))
    let sentence = problem.map { DefinitionError($0, file: "f", line: 1).description.dropFirst(5) }
    #expect(sentence.map(String.init) == expected)
  }
}
