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
  private var open: [Merge] = []
  private var merges = 0
  private var breaks: [lxw_row_t] = []
  /// Each column's width, and the units up to which its numbers surely fit: one that does not prints as ###.
  private var widths: [Double]
  private var fitting: [UInt64]

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
    widths = measure.widths
    fitting = Array(repeating: 0, count: widths.count)
    worksheet_set_default_row(sheet, SheetMeasure.rowHeight, 0)
  }

  mutating func write(_ row: GridRow, height: Double) throws {
    if row.startsPage { breaks.append(lxw_row_t(self.row)) }
    if height != SheetMeasure.rowHeight { worksheet_set_row(sheet, lxw_row_t(self.row), height, nil) }
    for merge in open { writeBlanks(of: merge, in: self.row) }
    for column in row.cells.indices {
      guard let cell = row.cells[column] else { continue }
      if cell.columnSpan == 1, cell.rowSpan == 1 {
        widen(column, for: cell)
        try write(cell, column)
      } else {
        try begin(cell, column)
      }
    }
    try closeMerges()
    self.row += 1
  }

  private mutating func widen(_ column: Int, for cell: GridCell) {
    guard let value = cell.value, value.units.magnitude > fitting[column] else { return }
    // All numbers of as many digits.
    var widest: UInt64 = 9
    while widest < value.units.magnitude, widest < .max / 10 { widest = widest * 10 + 9 }
    fitting[column] = widest < value.units.magnitude ? .max : widest
    widths[column] = max(widths[column], SheetMeasure.width(of: value))
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

  private func write(_ cell: GridCell, _ column: Int, row: Int? = nil) throws {
    let place = CellPlace(row: row ?? self.row, column: column)
    let (line, column) = (lxw_row_t(place.row), lxw_col_t(column))
    let format = file.formats.format(for: cell)
    file.bytes += 80
    let error: lxw_error
    switch cell.content {
    case .empty: error = worksheet_write_blank(sheet, line, column, format)
    case .text(let text):
      file.bytes += text.utf8.count
      error = worksheet_write_string(sheet, line, column, try checked(text, place), format)
    case .number(let number) where number.hidesZero && number.value.isZero:
      error = worksheet_write_blank(sheet, line, column, format)
    case .number(let number):
      error = worksheet_write_number(sheet, line, column, try double(number, place), format)
    case .formula(let formula, let number):
      file.bytes += formula.utf8.count
      error = worksheet_write_formula_num(
        sheet, line, column, "=" + formula, format, try double(number, place))
    }
    if error != LXW_NO_ERROR {
      throw WorkbookError.library(code: error.rawValue, reason: String(cString: lxw_strerror(error)))
    }
  }

  /// A text that reaches the reader as it is: nothing cut, and `_x0041_` not read as an escaped character.
  private func checked(_ text: String, _ place: CellPlace) throws -> String {
    if text.utf8.count > 32767, text.utf16.count > 32767 {
      throw WorkbookError.textTooLong(sheet: name, cell: place.name, characters: text.utf16.count)
    }
    var previous: UInt8 = 1
    var mayBeEscape = false
    for byte in text.utf8 {
      if byte == 0 { throw WorkbookError.forbiddenCharacter(sheet: name, cell: place.name) }
      if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { mayBeEscape = true }
      previous = byte
    }
    return mayBeEscape ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
  }

  /// The number as the file holds it; the only step that is not exact, by less than its 15 digits show.
  private func double(_ number: GridNumber, _ place: CellPlace) throws -> Double {
    var value = number.value
    let limit: UInt64 = 1_000_000_000_000_000
    if value.units.magnitude >= limit || !(0...15).contains(value.decimals) {
      value = value.reduced()
      guard value.units.magnitude < limit, (0...22).contains(value.decimals) else {
        throw WorkbookError.tooManyDigits(sheet: name, cell: place.name, value: number.value)
      }
    }
    return Double(value.units) / Self.powers[value.decimals]
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  // MARK: The page

  /// - Parameter isFirst: further sheets begin with the header, without the lines above it.
  mutating func end(isFirst: Bool) {
    let page = grid.page
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    worksheet_set_paper(sheet, 9)
    if page.orientation == .landscape {
      worksheet_set_landscape(sheet)
    } else {
      worksheet_set_portrait(sheet)
    }
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    worksheet_center_horizontally(sheet)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页")
    // One page wide and as many high as it takes, which leaves the breaks as they are.
    worksheet_fit_to_pages(sheet, 1, 0)
    if !breaks.isEmpty {
      breaks.append(0)
      worksheet_set_h_pagebreaks(sheet, &breaks)
    }
    let above = isFirst ? 0 : page.repeatedRows?.lowerBound ?? 0
    if let rows = page.repeatedRows, !rows.isEmpty {
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound - above), lxw_row_t(rows.upperBound - 1 - above))
    }
    let frozen = max(page.frozenRows - above, 0)
    if frozen > 0 || page.frozenColumns > 0 {
      worksheet_freeze_panes(sheet, lxw_row_t(frozen), lxw_col_t(page.frozenColumns))
    }
  }
}
