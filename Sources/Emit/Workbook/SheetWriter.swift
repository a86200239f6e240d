import CXLSXWriter
import Figures

/// Writes one grid as a sheet, or as several when its list is longer than one.
struct SheetWriter {
  private let grid: Grid
  private let file: WorkbookFile

  init(_ grid: Grid, in file: WorkbookFile) {
    self.grid = grid
    self.file = file
  }

  /// The first rows are looked at for the columns' widths before any is written, those of a list only where it does
  /// not give these itself; a sheet that is not long is looked at whole.
  func write() throws {
    if grid.columns.count > 16384 {
      throw WorkbookError.tooManyColumns(sheet: grid.name, columns: grid.columns.count)
    }
    let isGiven = SheetMeasure.isGiven(grid)
    var waiting: [GridRow] = []
    var pages: SheetPages?
    try grid.forEachRow { row in
      if pages == nil, grid.isLong, row.isListed && isGiven || waiting.count == SheetMeasure.sample {
        pages = try begin(&waiting)
      }
      if pages == nil { waiting.append(row) } else { try pages?.write(row) }
    }
    if pages == nil { pages = try begin(&waiting) }
    try pages?.end()
  }

  private func begin(_ waiting: inout [GridRow]) throws -> SheetPages {
    var pages = SheetPages(grid, SheetMeasure(grid, rows: waiting), file)
    pages.plan(waiting)
    for row in waiting { try pages.write(row) }
    waiting = []
    return pages
  }
}

extension GridRow {
  /// Whether it is a row of a model: such a row of a list has no merged cells.
  fileprivate var isListed: Bool { if case .body = kind { true } else { false } }
}

/// The sheets that a grid becomes, row by row.
private struct SheetPages {
  private let grid: Grid
  private let measure: SheetMeasure
  private let file: WorkbookFile
  private var sheet: SheetRows?
  private var number = 0
  /// Heights of rows under cells that reach down, by the row's number.
  private var spanned: [Int: Double] = [:]
  private var written = 0

  init(_ grid: Grid, _ measure: SheetMeasure, _ file: WorkbookFile) {
    self.grid = grid
    self.measure = measure
    self.file = file
  }

  /// Spreads the height of texts that reach over several rows evenly over these.
  mutating func plan(_ rows: [GridRow]) {
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        guard let cell, cell.rowSpan > 1, case .text(let text) = cell.content else { continue }
        let below = index..<min(index + cell.rowSpan, rows.count)
        let heights = below.map { max(measure.height(of: rows[$0]), spanned[$0] ?? 0) }
        let missing =
          measure.height(of: text, cell.style, column, span: cell.columnSpan) - heights.reduce(0, +)
        guard missing > 0 else { continue }
        for (place, height) in zip(below, heights) {
          spanned[place] = min(height + missing / Double(below.count), 409)
        }
      }
    }
  }

  mutating func write(_ row: GridRow) throws {
    if sheet == nil || row.startsSheet { try turn() }
    let height = max(measure.height(of: row), spanned[written] ?? 0)
    try sheet?.write(row, height: height)
    written += 1
  }

  mutating func end() throws {
    // A sheet without any row is a sheet all the same.
    if sheet == nil { try turn() }
    try sheet?.end(isFirst: number == 1)
  }

  /// Ends the present sheet and begins the next.
  private mutating func turn() throws {
    try sheet?.end(isFirst: number == 1)
    number += 1
    let name = SheetName.further(grid.name, number)
    sheet = SheetRows(try file.addSheet(name), name, grid, measure, file)
  }
}
