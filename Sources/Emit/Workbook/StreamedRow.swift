import CXLSXWriter
import Figures

/// Writes the rows of a long list as libxlsxwriter does, byte for byte, without making its objects.
///
/// The library keeps a streamed row as one object a cell and prints each by a format string: of a list, that took as long
/// as compressing it. Merged cells, and texts of which more than `&`, `<` and `>` has to be escaped, are left to it.
struct StreamedRow {
  private let sheet: SheetRows.Worksheet
  private let formats: FormatCache
  private let xml = ByteBuffer()
  private let tags = CellTags()
  private var columns: [Column]
  /// The row's, from 1.
  private var number = ShortText("")

  /// What is the same in all of a column's cells, or was in the one above.
  private struct Column {
    /// `<c r="A`
    let start: ShortText
    var style: GridStyle?
    var pattern = NumberPattern.none
    /// `" s="5"`
    var end = ShortText("")
  }

  init(_ sheet: SheetRows.Worksheet, columns: Int, _ formats: FormatCache) {
    self.sheet = sheet
    self.formats = formats
    self.columns = (0..<columns).map { Column(start: ShortText(#"<c r="\#(CellPlace.letters(of: $0))"#)) }
  }

  /// Returns the row's bytes; nil, with nothing written, when it is for the library to write.
  mutating func write(_ row: GridRow, at place: Int, height: Double) throws -> Int? {
    // What the library still holds comes first: it numbers the formats in the order of the rows.
    lxw_worksheet_write_single_row(sheet)
    number = ShortText(String(place + 1))
    begin(height)
    for column in row.cells.indices {
      guard append(row.cells, column) else { return nil }
    }
    xml.append("</row>")
    let last = lxw_col_t(row.cells.count - 1)
    if gongshi_put_row(sheet, lxw_row_t(place), last, xml.bytes.baseAddress, xml.count) == 0 {
      throw WorkbookError.library(code: LXW_ERROR_CREATING_TMPFILE.rawValue, reason: "row \(place + 1)")
    }
    return xml.count
  }

  private func begin(_ height: Double) {
    xml.clear()
    xml.append(#"<row r=""#)
    xml.append(number)
    if height != SheetMeasure.rowHeight {
      xml.append(#"" ht=""#)
      xml.append(points: height)
      xml.append(#"" customHeight="1"#)
    }
    xml.append(#"">"#)
  }

  /// A cell's XML, read where it stands: a cell is a large value to copy. false when it is for the library.
  private mutating func append(_ cells: [GridCell?], _ column: Int) -> Bool {
    guard let style = cells[column]?.style else { return true }
    guard cells[column]?.columnSpan == 1, cells[column]?.rowSpan == 1 else { return false }
    switch cells[column]?.content {
    case nil, .empty?:
      begin(column, style, .none)
      xml.append(tags.blank)
    case .text(let text)?:
      begin(column, style, .none)
      return xml.append(cellText: text, tags)
    case .number(let number)?:
      begin(column, style, NumberPattern(number))
      if number.staysBlank {
        xml.append(tags.blank)
        return true
      }
      xml.append(tags.number)
      guard xml.append(number) else { return false }
      xml.append(tags.numberEnd)
    case .formula(let formula, let number)?:
      begin(column, style, NumberPattern(number))
      xml.append(tags.formula)
      guard xml.append(formula: formula) else { return false }
      xml.append(tags.formulaEnd)
      guard xml.append(number) else { return false }
      xml.append(tags.numberEnd)
    }
    return true
  }

  private mutating func begin(_ column: Int, _ style: GridStyle, _ pattern: NumberPattern) {
    if columns[column].style != style || columns[column].pattern != pattern {
      let format = lxw_format_get_xf_index(formats.format(for: style, pattern))
      columns[column].style = style
      columns[column].pattern = pattern
      columns[column].end = ShortText(#"" s="\#(format)""#)
    }
    xml.append(columns[column].start)
    xml.append(number)
    xml.append(columns[column].end)
  }
}
