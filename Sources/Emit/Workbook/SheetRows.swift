import CXLSXWriter
import Figures

/// The rows of one worksheet, from top to bottom, and its page.
///
/// Streamed rows cannot be gone back to: a merged range is closed on its last row, when the cells above are
/// written already, each with its border.
struct SheetRows {
  typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>

  private let sheet: Worksheet
  private let name: String
  private let grid: Grid
  private let measure: SheetMeasure
  private let file: WorkbookFile
  private var row = 0
  /// Of the rows so far, in points.
  private var height = 0.0
  private var open: [Merge] = []
  private var merges = 0
  private var breaks: [lxw_row_t] = []
  private var charts: SheetCharts
  private var links = 0
  private let listed: SheetLinks
  private var streamed: StreamedRow
  private var widths: ColumnWidths

  /// A cell that covers others, until its last row is written.
  private struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var cell: GridCell
  }

  init(_ sheet: Worksheet, _ name: String, _ grid: Grid, _ measure: SheetMeasure, _ file: WorkbookFile) {
    self.sheet = sheet
    self.name = name
    self.grid = grid
    self.measure = measure
    self.file = file
    widths = ColumnWidths(measure.widths)
    charts = SheetCharts(grid.charts)
    listed = SheetLinks(sheet)
    streamed = StreamedRow(sheet, columns: measure.widths.count, file.formats)
    worksheet_set_default_row(sheet, SheetMeasure.rowHeight, 0)
  }

  mutating func write(_ row: GridRow, height: Double) throws {
    if row.startsPage { breaks.append(lxw_row_t(self.row)) }
    widths.widen(for: row)
    if try !stream(row, height) { try give(row, height) }
    self.height += height
    if !row.charts.isEmpty { charts.add(row, at: self.row) }
    self.row += 1
  }

  /// Whether the row could be written without the library. A sheet's first is always the library's, which says its
  /// height even where that is the usual one.
  private mutating func stream(_ row: GridRow, _ height: Double) throws -> Bool {
    guard file.isStreamed, self.row > 0, open.isEmpty,
      let bytes = try streamed.write(row, at: self.row, height: height)
    else { return false }
    file.bytes += bytes
    for column in row.cells.indices {
      guard let link = row.cells[column]?.link, case .text(let text)? = row.cells[column]?.content,
        let target = target(of: link), !listed.add(link, at: CellPlace(row: self.row, column: column))
      else { continue }
      // Only links to a sheet repeat the cell's text.
      let shown = if case .sheet = link { text } else { "" }
      try check(gongshi_put_link(sheet, lxw_row_t(self.row), lxw_col_t(column), target, shown))
    }
    return true
  }

  /// Gives a row to the library.
  private mutating func give(_ row: GridRow, _ height: Double) throws {
    if height != SheetMeasure.rowHeight { worksheet_set_row(sheet, lxw_row_t(self.row), height, nil) }
    for merge in open { writeBlanks(of: merge, in: self.row) }
    for column in row.cells.indices {
      guard let cell = row.cells[column] else { continue }
      if cell.columnSpan == 1, cell.rowSpan == 1 {
        try write(cell, column)
      } else {
        try begin(cell, column)
      }
    }
    try closeMerges()
  }

  // MARK: Merged cells

  private mutating func begin(_ cell: GridCell, _ column: Int) throws {
    let merge = Merge(
      rows: row...row + max(cell.rowSpan, 1) - 1, columns: column...column + max(cell.columnSpan, 1) - 1,
      cell: cell)
    writeBlanks(of: merge, in: row)
    try write(cell, column)
    open.append(merge)
  }

  private func writeBlanks(of merge: Merge, in row: Int) {
    let format = file.formats.format(for: merge.cell)
    for column in merge.columns { worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), format) }
  }

  private mutating func closeMerges() throws {
    guard !open.isEmpty else { return }
    for merge in open where merge.rows.upperBound == row {
      merges += 1
      // The library counts them in 16 bits.
      if merges > 65535 { throw WorkbookError.tooManyMergedRanges(sheet: name) }
      worksheet_merge_range(
        sheet, lxw_row_t(merge.rows.lowerBound), lxw_col_t(merge.columns.lowerBound),
        lxw_row_t(merge.rows.upperBound), lxw_col_t(merge.columns.upperBound), "",
        file.formats.format(for: merge.cell))
      // Merging blanks the cell, where it still can be reached.
      if !file.isStreamed || merge.rows.lowerBound == row {
        try write(merge.cell, merge.columns.lowerBound, row: merge.rows.lowerBound)
      }
    }
    open.removeAll { $0.rows.upperBound == row }
  }

  // MARK: Cells

  private mutating func write(_ cell: GridCell, _ column: Int, row: Int? = nil) throws {
    let place = CellPlace(row: row ?? self.row, column: column)
    let (line, column) = (lxw_row_t(place.row), lxw_col_t(column))
    let format = file.formats.format(for: cell)
    file.bytes += 80
    let error: lxw_error
    switch cell.content {
    case .empty: error = worksheet_write_blank(sheet, line, column, format)
    case .text(let text):
      file.bytes += text.utf8.count
      let checked = try CellText.checked(text, place, in: name)
      if let link = cell.link, let target = target(of: link) {
        error = worksheet_write_url_opt(sheet, line, column, target, format, checked, nil)
      } else {
        error = worksheet_write_string(sheet, line, column, checked, format)
      }
    case .number(let number) where number.hidesZero && number.value.isZero:
      error = worksheet_write_blank(sheet, line, column, format)
    case .number(let number):
      error = worksheet_write_number(sheet, line, column, try double(number, place), format)
    case .formula(let formula, let number):
      file.bytes += formula.utf8.count
      error = worksheet_write_formula_num(
        sheet, line, column, "=" + formula, format, try double(number, place))
    }
    try check(error)
  }

  /// nil when the cell remains a text: the sheet has as many links as it can hold, or this one is too long.
  private mutating func target(of link: GridLink) -> String? {
    guard links < LinkTarget.most, let target = LinkTarget.text(of: link) else { return nil }
    links += 1
    file.bytes += 200 + target.utf8.count
    return target
  }

  private func check(_ error: lxw_error) throws {
    if error != LXW_NO_ERROR {
      throw WorkbookError.library(code: error.rawValue, reason: String(cString: lxw_strerror(error)))
    }
  }

  /// The number as the file holds it; the only step that is not exact, by less than its 15 digits show.
  private func double(_ number: GridNumber, _ place: CellPlace) throws -> Double {
    guard let double = number.double else {
      throw WorkbookError.tooManyDigits(sheet: name, cell: place.name, value: number.value)
    }
    return double
  }

  // MARK: The end

  /// - Parameter isFirst: further sheets begin with the header, without the lines above it.
  mutating func end(isFirst: Bool) throws {
    let (page, widths) = (grid.page, widths.values)
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    page.setUp(sheet, above: isFirst ? 0 : page.repeatedRows?.lowerBound ?? 0)
    // Charts stand where their rows are: at the list's beginning.
    if isFirst {
      breaks += try charts.draw(
        on: sheet, named: name, size: (row, widths.count),
        page: (height, SheetMeasure.pageHeight(page.orientation, widths: widths)), in: file)
    }
    if !breaks.isEmpty {
      breaks.append(0)
      worksheet_set_h_pagebreaks(sheet, &breaks)
    }
    file.links.append(listed)
  }
}
