import Definitions
import Figures
import Testing

@testable import Emit

@Suite struct OpenDataRowsTests {
  private let yaml = """
    - name: units
      title: 单位
      rows: units
      columns:
        - {name: 单位, column: unit, key: true}
        - {name: 年度, column: year}
        - {name: 金额, column: amount, unit: 元}
        - {name: 合同数, column: count, type: integer}
    """

  private func definition(_ yaml: String) throws -> OpenDataDefinition {
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "opendata.yaml", problems: problems))
    let catalogue = NoticeCatalogue(
      columns: ["units": ["count", "amount", "year", "unit", "unit_name"]],
      figures: ["income": .init(measure: .money, keys: ["unit"])])
    let definitions = OpenDataDefinition.definitions(from: node, catalogue)
    #expect(problems.errors.isEmpty)
    return try #require(definitions.first)
  }

  private func text(
    _ yaml: String, _ rows: [ResultRow], figure: (FigureReference) throws -> FigureValue
  ) throws -> String {
    try ReportFixture.withFolder { folder in
      let path = folder + "/units.csv"
      var lines = try OpenDataRows(try definition(yaml), to: path)
      for row in rows { try lines.write(row, figure: figure) }
      _ = try lines.finish()
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }

  @Test("columns are found by name, wherever they stand in the rows; what rows do not have is missing")
  func columnsInAnyOrder() throws {
    let all = rows("unit,year,amount,count\n901,#2024,#-1205,#3\n902,2024,,")
    let others = rows("count,amount,unit_name,unit\n#0,#0,第三单位,903")
    #expect(
      try text(yaml, all + others + all.prefix(1)) { throw UnknownFigure(reference: $0.description) } == """
        单位,年度,金额,合同数
        901,2024,-12.05,3
        902,2024,,
        903,,0.00,0
        901,2024,-12.05,3

        """)
  }

  @Test("a row that lacks its key is none")
  func keyMissing() throws {
    #expect(throws: EmitError.unfitRow(table: "units", row: 3)) {
      try text(yaml, rows("unit,amount\n901,#1\n,#2")) { throw UnknownFigure(reference: $0.description) }
    }
  }

  @Test("text where the table has amounts does not fit")
  func textForAnAmount() throws {
    #expect(throws: EmitError.unfitRow(table: "units", row: 2)) {
      try text(yaml, rows("unit,amount\n901,12.05")) { throw UnknownFigure(reference: $0.description) }
    }
  }

  @Test func figuresStandBesideColumns() throws {
    let figured = yaml + "\n    - {name: 收入, figure: income}"
    let text = try text(figured, rows("unit,year\n901,2024\n902,2024")) { _ in
      FigureValue(measure: .money, now: Fixed(units: 120_000, decimals: 2))
    }
    #expect(text.hasSuffix("901,2024,,,1200.00\n902,2024,,,1200.00\n"))
  }

  @Test("only what a table shows is read for it, unless figures may need other columns as keys")
  func columnsRead() throws {
    #expect(try definition(yaml).columnsRead == ["unit", "year", "amount", "count"])
    #expect(try definition(yaml + "\n    - {name: 收入, figure: income}").columnsRead == nil)
  }
}
