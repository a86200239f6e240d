import Figures
import Testing

@testable import Emit

private let data = FakeData(
  models: [
    "subjects": rows("subject,most\nA,\n"),
    "capped": rows("subject,most\nA,#800\n"),
    "lines": rows("subject,name,light\nA,甲,绿\nA,乙,红\nA,丙,\n"),
  ],
  figures: [
    "score": .init(
      keys: ["subject", "name"],
      entries: [
        .init(keys: ["subject": "A", "name": "甲"], fen: 650),
        .init(keys: ["subject": "A", "name": "乙"], fen: 350),
      ], measure: .score),
    "other": .init(
      keys: ["subject"], entries: [.init(keys: ["subject": "A"], fen: 999)], measure: .score),
  ])

private func form(_ sum: String) -> String {
  """
  sheets:
    - name: 表
      title: 表
      form:
        widths: [10, 10, 10]
        rows:
          - [名称, 状态, 得分]
          - model: lines
            by: [subject]
            cells:
              - {text: "{name}"}
              - {text: "{light}", colors: {绿: green, 红: red}}
              - {figure: score, id: score, color-of: light, colors: {红: yellow}}
          - [{text: 合计, across: 2}, {\(sum)}]
  """
}

private func cells(_ sum: String, publisher: String = "subjects") throws -> [[GridCell?]] {
  var cells: [[GridCell?]] = []
  try grid(form(sum), data, publisher: publisher).forEachRow { cells.append($0.cells) }
  return cells
}

@Suite("Sums and colours of forms")
struct FormSumsTests {
  @Test("a sum is a live formula over the cells with its ids, also where some are empty")
  func sum() throws {
    let total = try #require(cells("sum-of: [score], figure: score").last?.last ?? nil)
    guard case .formula(let formula, let number) = total.content else {
      return #expect(Bool(false), "no formula")
    }
    #expect(formula == "SUM(C3:C5)" && number.value == Fixed(units: 10, decimals: 0))
  }

  @Test("a sum that is not the published figure stops")
  func unequal() { #expect(throws: GridError.self) { try cells("sum-of: [score], figure: other") } }

  @Test("at most what a column of the row says")
  func most() throws {
    let total = try #require(cells("sum-of: [score], at-most: most", publisher: "capped").last?.last ?? nil)
    guard case .formula(let formula, let number) = total.content else {
      return #expect(Bool(false), "no formula")
    }
    #expect(formula == "MIN(SUM(C3:C5),8.00)" && number.value == Fixed(units: 8, decimals: 0))
  }

  @Test("colours by a cell's own text, and by a column")
  func colours() throws {
    let rows = try cells("sum-of: [score]")
    #expect(rows[2...4].map { $0[1]?.style.fill } == [.green, .red, nil])
    #expect(rows[2...4].map { $0[2]?.style.fill } == [nil, .yellow, nil])
  }

  @Test(arguments: [
    ("sum-of: [scroe]", "unknown value 'scroe'; did you mean 'score'?"),
    ("sum-of: [score], at-most: mst", "unknown column 'mst'; did you mean 'most'?"),
    ("sum-of: [score], id: x", "'id' does not go with sum-of"),
    ("text: x, colors: {红: rot}", "'红' cannot be 'rot'; allowed: red, yellow, green, grey"),
    ("text: x, color-of: light", "key 'colors' is missing"),
    ("text: x, color-of: lite, colors: {红: red}", "unknown column 'lite'"),
  ])
  func reports(_ cell: String, expected: String) {
    let problems = layout(form(cell), data.names(publisher: "subjects")).problems
    #expect(problems.count == 1 && problems[0].hasSuffix(expected), "\(problems)")
  }
}
