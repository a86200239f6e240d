import Definitions
import Figures
import TestSupport
import Testing

@testable import Emit

/// A cell, a text, a page and open data say the same of a figure and the period before.
@Suite("Change and growth in every output")
struct GrowthEverywhereTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var (now, before): (Int64?, Int64?)
    /// In 元 and in percent; nil is empty everywhere.
    var change: String?
    var growth: String?
    /// The words for it.
    var words: String

    init(
      _ why: String, _ now: Int64?, _ before: Int64?, change: String?, growth: String?, _ words: String
    ) {
      (testDescription, self.now, self.before) = (why, now, before)
      (self.change, self.growth, self.words) = (change, growth, words)
    }

    var figure: FigureValue {
      let fixed = { (fen: Int64?) in fen.map { Fixed(units: $0, decimals: 2) } }
      return FigureValue(measure: .money, now: fixed(now), before: fixed(before), isCompared: true)
    }
  }

  static let cases = [
    Case("more", 3000, 1000, change: "20.00", growth: "200.00", "增加 0.002 万元，增长 200%"),
    Case("to below zero", -1000, 2000, change: "-30.00", growth: "-150.00", "减少 0.003 万元，下降 150%"),
    Case("from zero", 3000, 0, change: "30.00", growth: nil, "增加 0.003 万元"),
    Case("from below zero", 3000, -600, change: "36.00", growth: nil, "增加 0.004 万元"),
    Case("nothing before", 3000, nil, change: "30.00", growth: nil, "增加 0.003 万元"),
    Case("nothing now", nil, 3000, change: "-30.00", growth: "-100.00", "减少 0.003 万元，下降 100%"),
    Case("nothing in either", nil, nil, change: nil, growth: nil, ""),
  ]

  @Test(arguments: cases)
  func cells(_ given: Case) throws {
    let yaml = """
      sheets:
      - name: 表
        unit: 元
        decimals: 2
        trailing-zeros: true
        table:
          rows: [{line: 收入, with: {}}]
          columns:
            - {title: 名称, label: true}
            - {title: 增减, figure: income.change}
            - {title: 增长, figure: income.growth}
      """
    let entries = { (fen: Int64?) in fen.map { [FakeData.Entry(keys: [:], fen: $0)] } ?? [] }
    var data = FakeData()
    data.figures["income"] = .init(keys: [], entries: entries(given.now), before: entries(given.before))
    let cells = try #require(try grid(yaml, data).rows().last?.cells)
    #expect(cells[1]?.value == given.change.flatMap { Fixed($0) })
    #expect(cells[2]?.value == given.growth.flatMap { Fixed($0) })
    #expect((cells[2]?.content == .empty) == (given.growth == nil))
  }

  private static let template =
    "{{#changed(income)}}{{change(income)}}{{#grown(income)}}，{{growth(income)}}{{/grown(income)}}{{/changed(income)}}"

  @Test(arguments: cases)
  func texts(_ given: Case) {
    #expect(NoticeFixture.rendered(Self.template, ["income": .figure(given.figure)]) == given.words)
  }

  @Test(arguments: cases)
  func pages(_ given: Case) {
    var figure = given.figure
    figure.reference = FigureReference("income")
    let page = NoticeFixture.page("标题\n\n" + Self.template + "。\n", ["income": .figure(figure)])
    #expect(page.contains("data-figure=\"income.change\"") == (given.change != nil))
    #expect(page.contains("data-figure=\"income.growth\"") == (given.growth != nil))
    #expect((FigureMark(figure, .change) == nil) == (given.change == nil))
    #expect((FigureMark(figure, .growth) == nil) == (given.growth == nil))
  }

  @Test(arguments: cases)
  func openData(_ given: Case) throws {
    let yaml = """
      - name: units
        title: 单位
        rows: units
        columns: [{name: 单位, column: unit}, {name: 增减, figure: income.change}, {name: 增长, figure: income.growth}]
      """
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "opendata.yaml", problems: problems))
    let catalogue = NoticeCatalogue(
      columns: ["units": ["unit"]], figures: ["income": .init(measure: .money, keys: [])])
    let definition = try #require(OpenDataDefinition.definitions(from: node, catalogue).first)
    let text = try ReportFixture.withFolder { folder in
      var lines = try OpenDataRows(definition, to: folder + "/units.csv")
      try lines.write(ResultRow(["unit"], ["901"])) { try given.figure.aspect($0.aspect) }
      _ = try lines.finish()
      return try String(contentsOfFile: folder + "/units.csv", encoding: .utf8)
    }
    #expect(text.contains("901,\(given.change ?? ""),\(given.growth ?? "")"), "\(text)")
  }

  @Test("of a percentage with a missing side there is no change, in a cell and in its mark")
  func missingShare() throws {
    var figure = FigureValue(measure: .percent, now: Fixed(units: 7450, decimals: 2), isCompared: true)
    figure.reference = FigureReference("share")
    #expect(FigureMark(figure, .change) == nil)
    let template =
      "{{#changed(share)}}{{change(share)}}{{/changed(share)}}|{{^changed(share)}}无{{/changed(share)}}"
    #expect(NoticeFixture.rendered(template, ["share": .figure(figure)]) == "|无")
  }

  @Test("a live percentage gives what the definition gives, for whatever somebody types into its cells")
  func liveFormulas() throws {
    let typed: [(part: String?, whole: String?)] = [
      ("25", "200"), ("-25", "200"), ("0", "200"), ("25", "0"), ("25", "-200"), ("25", nil), (nil, "200"),
      (nil, nil), ("1", "3"),
    ]
    let style = GridStyle(.amount)
    let number = { (text: String?) in
      GridCell(text.flatMap { Fixed($0) }.map { .number(GridNumber($0, decimals: 2)) } ?? .empty, style)
    }
    let stale = GridNumber(Fixed(units: 777, decimals: 0), decimals: 2)
    let rows: [[GridCell?]] = typed.enumerated().map { row, cells in
      let formula = RatioFormula.percentage(
        CellPlace(row: row, column: 0), of: CellPlace(row: row, column: 1), decimals: 2)
      return [number(cells.part), number(cells.whole), GridCell(.formula(formula, stale), style)]
    }
    try withFolder { folder in
      let file = folder.appending(path: "typed.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([.of(rows)], to: file.path())
      let sheet = try #require(try LibreOffice(in: folder).recalculated(file)["表"])
      for (row, cells) in typed.enumerated() {
        let expected = try Fixed.percentage(
          cells.part.flatMap { Fixed($0) }, of: cells.whole.flatMap { Fixed($0) })
        let shown = sheet.cells["C\(row + 1)"]
        #expect(shown?.number == expected.flatMap { Double($0.description) }, "\(cells)")
        if expected == nil { #expect(shown?.value == "", "\(cells)") }
      }
    }
  }
}
