import CXLSXWriter

/// A plain workbook of lists: a header row that stays, filters, and texts that wrap. No clock reaches it.
struct ReportBook: ~Copyable {
  enum Cell {
    case text(String?)
    case number(Int)
    case severity(String, isError: Bool)
  }

  struct Sheet {
    var name: String
    var header: [String]
    /// Widths in characters of the default font; a Chinese character takes two.
    var widths: [Double]
    var rows: [[Cell]]
  }

  private struct Formats {
    let header, text, number, error, warning: UnsafeMutablePointer<lxw_format>?
  }

  private let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>?
  private let formats: Formats

  /// Makes sure that the file can be written before anything is put together.
  init(to path: String) throws(EmitError) {
    _ = try OutputFile(creating: path).finish()
    self.path = path
    book = workbook_new(path)
    formats = Self.formats(of: book)
    var properties = lxw_doc_properties()
    properties.created = 946_684_800  // 2000-01-01: the same in every run.
    workbook_set_properties(book, &properties)
  }

  /// Writes the file.
  consuming func finish() throws(EmitError) {
    let error = workbook_close(book)
    if error != LXW_NO_ERROR {
      throw .unwritable(path: path, why: String(cString: lxw_strerror(error)))
    }
  }

  func add(_ sheet: Sheet) {
    let worksheet = workbook_add_worksheet(book, sheet.name)
    let lastColumn = lxw_col_t(sheet.header.count - 1)
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    for (column, title) in sheet.header.enumerated() {
      worksheet_write_string(worksheet, 0, lxw_col_t(column), title, formats.header)
    }
    for (index, row) in sheet.rows.enumerated() {
      worksheet_set_row(worksheet, lxw_row_t(index + 1), Self.height(of: row, widths: sheet.widths), nil)
      for (column, cell) in row.enumerated() {
        write(cell, to: worksheet, lxw_row_t(index + 1), lxw_col_t(column))
      }
    }
    worksheet_freeze_panes(worksheet, 1, 0)
    worksheet_autofilter(worksheet, 0, 0, lxw_row_t(sheet.rows.count), lastColumn)
    setUpPrint(of: worksheet)
  }

  private func write(
    _ cell: Cell, to worksheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: lxw_row_t, _ column: lxw_col_t
  ) {
    switch cell {
    case .text(nil): worksheet_write_blank(worksheet, row, column, formats.text)
    case .text(let text?):
      worksheet_write_string(worksheet, row, column, ReportCellText.string(text), formats.text)
    case .number(let number): worksheet_write_number(worksheet, row, column, Double(number), formats.number)
    case .severity(let text, let isError):
      worksheet_write_string(worksheet, row, column, text, isError ? formats.error : formats.warning)
    }
  }

  /// In points, up to what Excel takes: high enough for the wrapped texts, which not every program works out itself.
  private static func height(of row: [Cell], widths: [Double]) -> Double {
    let lines = zip(row, widths).map { cell, width in
      if case .text(let text?) = cell { ReportCellText.lines(of: text, width: width) } else { 1 }
    }
    return min(409, 15 * Double(lines.max() ?? 1))
  }

  /// A4 across, as wide as one page, the header on every page, numbered.
  private func setUpPrint(of worksheet: UnsafeMutablePointer<lxw_worksheet>?) {
    worksheet_set_landscape(worksheet)
    worksheet_set_paper(worksheet, 9)
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_repeat_rows(worksheet, 0, 0)
    worksheet_set_footer(worksheet, "&C&P / &N")
  }

  private static func formats(of book: UnsafeMutablePointer<lxw_workbook>?) -> Formats {
    let make = { () -> UnsafeMutablePointer<lxw_format>? in
      let format = workbook_add_format(book)
      format_set_font_name(format, "宋体")
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
      return format
    }
    let filled = { (background: UInt32, font: UInt32) -> UnsafeMutablePointer<lxw_format>? in
      let format = make()
      format_set_bg_color(format, background)
      format_set_font_color(format, font)
      return format
    }
    let text = make()
    format_set_text_wrap(text)
    let header = filled(0xD9E1F2, 0x1F3864)
    format_set_bold(header)
    return Formats(
      header: header, text: text, number: make(), error: filled(0xF8CBAD, 0x9C0006),
      warning: filled(0xFFEB9C, 0x7F6000))
  }
}
