import Figures
import Testing

@testable import Emit

/// A sheet as a notice's text has it.
struct GridTextTests {
  private func text(_ rows: [GridRow]) throws -> String {
    var grid = Grid.of([])
    grid = Grid(
      name: grid.name, title: grid.title, unit: grid.unit, columns: [], page: grid.page, isLong: false,
      produce: { _, body in try rows.forEach(body) })
    return try GridText.text(of: grid)
  }

  @Test(arguments: [
    (
      "cells are parted by tabs, an empty and a covered one too", GridRow.Kind.line, ["甲", "", nil, "乙"],
      "甲\t\t\t乙\n"
    ),
    (
      "a cell's own tabs and line ends do not break the line", .line, ["甲\t乙\n\n丙\r\n丁", "戊"], "甲 乙 丙 丁\t戊\n"
    ),
    ("nor are they a cell", .line, ["\n", "甲"], "\t甲\n"),
    (
      "in lines around a table only what says something is parted", .unitLine, [nil, "", "甲", "\n", "乙"],
      "甲\t乙\n"
    ),
    ("a title stands alone", .title, ["", "甲", nil], "甲\n"),
    ("a row that only continues cells from above is no line", .form, [nil, nil], ""),
  ])
  func lines(_ why: String, kind: GridRow.Kind, cells: [String?], expected: String) throws {
    #expect(try text([GridRow(kind, cells.map { $0.map { .text($0) } })]) == expected, "\(why)")
  }

  @Test("numbers are as they are shown")
  func numbers() throws {
    let hidden = GridNumber(Fixed(units: 0, decimals: 2), decimals: 2, hidesZero: true)
    let formula = GridNumber(Fixed(units: 1_234_567, decimals: 6), decimals: 2, keepsZeros: true)
    let cells: [GridCell?] = [
      .number(-150), GridCell(.number(hidden), GridStyle(.amount)),
      GridCell(.formula("SUM(A1:A2)", formula), GridStyle(.amount)),
    ]
    #expect(try text([GridRow(.line, cells)]) == "-1.5\t\t1.23\n")
  }
}
