/// The lines around a sheet's table: title, subtitle, 填报单位 and 单位, notes.
struct SheetHead {
  let context: SheetContext
  /// The sheet's width in columns, and how many of them 单位 takes at the right.
  let columns: Int
  let unitColumns: Int
  /// Whether texts with columns stay away: there is no row to fill them.
  var isEmpty = false

  /// The lines over the table.
  func rowsAbove() throws -> [GridRow] {
    let layout = context.layout
    var rows: [GridRow] = []
    if let title = try text(layout.title) {
      rows.append(line(.title, title, GridStyle(.title, .center, isBold: true, hasBorders: false)))
    }
    if let subtitle = try text(layout.subtitle) {
      rows.append(line(.subtitle, subtitle, GridStyle(.subtitle, .center, hasBorders: false)))
    }
    if let line = layout.unitLine { rows.append(try unitLine(line)) }
    return try rows + notes(layout.notesAbove)
  }

  /// The lines under the table.
  func rowsBelow() throws -> [GridRow] { try notes(context.layout.notes) }

  private func text(_ template: TextTemplate?) throws -> String? {
    if isEmpty, let template, !Set(template.columns).isSubset(of: known) { return nil }
    return try context.text(template)
  }

  /// The columns at hand.
  private var known: [String] { context.rows.flatMap(\.columns) }

  private func notes(_ templates: [TextTemplate]) throws -> [GridRow] {
    try templates.map { template in
      line(.note, try text(template), GridStyle(.note, wraps: true, hasBorders: false))
    }
  }

  private func line(_ kind: GridRow.Kind, _ text: String?, _ style: GridStyle) -> GridRow {
    var cells = [GridCell?](repeating: nil, count: columns)
    cells[0] = .text(text, style, columnSpan: columns)
    return GridRow(kind, cells)
  }

  private func unitLine(_ line: SheetLayout.UnitLine) throws -> GridRow {
    var cells = [GridCell?](repeating: nil, count: columns)
    let split = columns - unitColumns
    let left = try text(line.left)
    let right = try text(line.right)
    let style = { GridStyle(.unitLine, $0, hasBorders: false) }
    if split == 0 {
      let text = [left, right].compactMap { $0 }.joined(separator: " ")
      cells[0] = .text(text, style(.left), columnSpan: columns)
    } else {
      cells[0] = .text(left, style(.left), columnSpan: split)
      cells[split] = .text(right, style(.right), columnSpan: unitColumns)
    }
    return GridRow(.unitLine, cells)
  }
}
