/// A cell of a table's row: its text or its number, in its style.
enum TableCell {
  /// nil where a label covers it: one that stands left of the names reaches over them.
  static func cell(
    _ table: TableLayout, _ index: Int, _ row: PlannedRow, number: GridCell.Content
  ) -> GridCell? {
    if table.isNumeric[index] { return GridCell(number, GridStyle(.amount, .right, isBold: row.isBold)) }
    let style = style(table, index, row)
    if let model = row.row {
      guard case .text(let name) = table.columns[index].content else { return .text(nil, style) }
      return .text(model[name]?.printed, style)
    }
    guard row.label != nil, let first = table.labelColumn else {
      return .text(nil, style)
    }
    if index == first { return .text(row.label, style, columnSpan: max(table.nameColumn - first, 0) + 1) }
    return first..<table.nameColumn + 1 ~= index ? nil : .text(nil, style)
  }

  /// Names and labels stand one step off the numbers at their left; centred ones need none.
  private static func style(_ table: TableLayout, _ index: Int, _ row: PlannedRow) -> GridStyle {
    let isName = index == table.nameColumn || row.row == nil && table.columns[index].holdsLabels
    let alignment = table.columns[index].alignment ?? (row.kind == .total ? .center : .left)
    return GridStyle(
      row.row == nil ? .label : isName ? .name : .code, alignment, isBold: row.isBold,
      indent: isName && alignment == .left ? row.indent + 1 : 0, wraps: true)
  }
}
