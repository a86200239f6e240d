import Emit
import Figures
import TestSupport
import Testing

@testable import Emit

@Suite("Columns in percent of others")
struct RatioColumnTests {
  @Test("a live formula in every row where there is something to divide, and in the total")
  func formulas() throws {
    let rows = try grid(Procurement.sheet(), Procurement.data).rows()
    let cells = rows.compactMap { $0.cells[4]?.content }.dropFirst()
    func formula(_ row: Int, _ hundredths: Int64) -> GridCell.Content {
      let value = Fixed(units: hundredths, decimals: 2)
      return .formula(
        "IF(AND(ISNUMBER(D\(row)),N(C\(row))>0),ROUND(D\(row)/C\(row)*100,2),\"\")",
        GridNumber(percentage: value))
    }
    #expect(cells.first == formula(4, 2564))
    // The last unit bought nothing from small enterprises that anyone knows of: empty, not 0.
    #expect(cells.dropLast().last == .empty)
    #expect(cells.last == formula(16, 4074))
  }

  @Test(
    "of zero and of less than zero there is no percentage, in rows and totals", arguments: [0, -5_000_000])
  func withoutBase(fen: Int64) throws {
    var data = Procurement.data
    data.figures["amount"]?.entries = Procurement.units.map { .init(keys: ["unit": $0], fen: fen) }
    for yaml in [Procurement.sheet(), Procurement.sheet().replacing("  title: 汇总表", with: "  long: true")] {
      let rows = try grid(yaml, data).rows().suffix(13)
      #expect(rows.allSatisfy { $0.cells[4]?.content == .empty })
    }
  }

  @Test("a percentage shows all its decimals")
  func decimals() throws {
    var data = Procurement.data
    let amounts = data.figures["amount"]?.entries ?? []
    data.figures["small"]?.entries = amounts
    #expect(try text(Procurement.sheet(), data).contains("\t100.00\n"))
  }

  @Test("held against its figure: a difference stops the run")
  func checked() throws {
    let yaml = Procurement.sheet().replacing("id: share}", with: "figure: small_share, id: share}")
    var data = Procurement.data
    let shares = Procurement.units.dropLast().enumerated().map { index, unit in
      let amount = Fixed(units: Int64(1300 - index * 100) * 1_000_000, decimals: 2)
      let share = try? Fixed.percentage(Fixed(units: 333_333_333, decimals: 2), of: amount)
      return FakeData.Entry(keys: ["unit": unit], fen: share?.units ?? 0)
    }
    data.figures["small_share"] = .init(keys: ["unit"], entries: shares, measure: .percent)
    // The fake figure adds up shares, which the total must not believe.
    let message = "sheet '汇总', cell E16 (合计): the figure is"
    #expect { try text(yaml, data) } throws: {
      "\(($0 as? GridError)?.sentence(inEnglish: true) ?? "")".hasPrefix(message)
    }
    let withoutTotal = yaml.replacing("    foot: [{total: 合计}]\n", with: "")
    #expect(try text(withoutTotal, data).contains("\t25.64\n"))
    data.figures["small_share"]?.entries[0].fen += 1
    #expect(throws: GridError.self) { try text(withoutTotal, data) }
  }

  @Test("in a long list and its total, too")
  func long() throws {
    let yaml = Procurement.sheet().replacing("  title: 汇总表", with: "  long: true")
    let rows = try grid(yaml, Procurement.data).rows()
    #expect(rows.suffix(3).map { $0.cells[4]?.text } == ["111.11", "", "40.74"])
    guard case .formula(let formula, _)? = rows.last?.cells[4]?.content else {
      Issue.record("no formula in the total")
      return
    }
    #expect(formula == "IF(AND(ISNUMBER(D15),N(C15)>0),ROUND(D15/C15*100,2),\"\")")
  }

  @Test("no live formula rounds half to even: a figure that does is refused when the folder is loaded")
  func halfToEven() {
    var names = Procurement.data.names()
    let yaml = Procurement.sheet().replacing("id: share}", with: "figure: share, id: share}")
    #expect(layout(yaml, names).problems == [])
    names.halfToEven = ["share"]
    #expect(
      layout(yaml, names).problems == [
        "w.yaml:12: 'share' is rounded half to even, as ROUND in a spreadsheet is not: no figure for ratio-of"
      ])
  }

  @Test("what a spreadsheet calculates is what is published")
  func recalculated() throws {
    try withFolder { folder in
      let file = folder.appending(path: "out.xlsx")
      let grids = [try grid(Procurement.sheet(), Procurement.data)]
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(grids, to: file.path())
      let published = try XLSXReader(file)
      #expect(published["汇总"]?.cells["E4"]?.format == "0.00")
      #expect(published.differences(from: try LibreOffice(in: folder).recalculated(file)) == [])
    }
  }

  @Test(arguments: [
    ("one column", "ratio-of: [small]", ["w.yaml:12: 'ratio-of' takes two columns"]),
    (
      "itself", "ratio-of: [small, share]",
      ["w.yaml:12: a column's ratio-of contains itself", "w.yaml:12: ratio-of takes columns of numbers only"]
    ),
    ("a text", "ratio-of: [small, name]", ["w.yaml:12: ratio-of takes columns of numbers only"]),
    ("unknown", "ratio-of: [smal, amount]", ["w.yaml:12: unknown column 'smal'; did you mean 'small'?"]),
    (
      "growth of a percentage", "figure: share.growth",
      ["w.yaml:12: 'share.growth': a percentage has no growth; use .change (percentage points)"]
    ),
    (
      "decimals of a figure", "figure: share, decimals: 1",
      ["w.yaml:12: a percentage has the decimals of its figure"]
    ),
  ])
  func reports(_ why: String, content: String, expected: [String]) throws {
    let yaml = Procurement.sheet().replacing("ratio-of: [small, amount]", with: content)
    #expect(layout(yaml, Procurement.data.names()).problems == expected)
  }
}
