import CXLSXWriter

extension GridPage {
  /// How a sheet is printed and scrolled.
  /// - Parameter above: the rows that this sheet has not, being a further one.
  func setUp(_ sheet: SheetRows.Worksheet, above: Int) {
    worksheet_set_paper(sheet, 9)
    if orientation == .landscape {
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
    if let rows = repeatedRows, !rows.isEmpty {
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound - above), lxw_row_t(rows.upperBound - 1 - above))
    }
    let frozen = max(frozenRows - above, 0)
    if frozen > 0 || frozenColumns > 0 {
      worksheet_freeze_panes(sheet, lxw_row_t(frozen), lxw_col_t(frozenColumns))
    }
  }
}
