import Figures

/// The rows of a list of any length, made one by one as its model's rows come, with further sheets where a sheet
/// is full, and totals over all of them in the foot.
struct LongTable {
  let table: TableGrid
  let limit: Int

  private var context: SheetContext { table.context }
  private var layout: TableLayout { table.layouts[0] }

  func forEachRow(_ body: (GridRow) throws -> Void) throws {
    var pages = LongTablePages(name: context.sheet, limit: limit, header: try table.header())
    for row in try table.head.rowsAbove() + table.header() { try pages.add(row, body) }
    guard case .model(let source, _) = layout.rows[0].kind else { return }
    var list = LongRows(layout, context)
    try context.data.forEachRow(of: source, matching: context.rows) { row in
      pages.makeRoom()
      try pages.add(GridRow(.body(level: 1), try list.cells(of: row, at: pages.row)), isListed: true, body)
    }
    for group in layout.foot {
      guard case .total(let label) = group.kind, pages.hasList else { continue }
      pages.makeRoom()
      try pages.add(try total(label, group, list.sums, pages), body)
    }
    for row in try table.head.rowsBelow() { try pages.add(row, body) }
  }

  private func total(
    _ label: String, _ group: RowGroup, _ sums: [RunningSum], _ pages: LongTablePages
  ) throws -> GridRow {
    let planned = try TablePlan.total(label, group, layout, context)
    let cells = try layout.columns.enumerated().map { index, column -> GridCell? in
      let content = try totalContent(planned, index, column, sums[index], pages)
      var cell = TableCell.cell(layout, index, planned, number: content)
      cell?.mark = planned.marks.indices.contains(index) ? planned.marks[index] : nil
      return cell
    }
    return GridRow(.total, cells)
  }

  private func totalContent(
    _ planned: PlannedRow, _ index: Int, _ column: ColumnLayout, _ sum: RunningSum, _ pages: LongTablePages
  ) throws -> GridCell.Content {
    guard column.isNumeric else { return .empty }
    if case .share(let value) = planned.known[index] {
      return value.map { .number(context.number($0, decimals: column.decimals)) } ?? .empty
    }
    guard let value = sum.value, !sum.isShare else { return .empty }
    if case .figure(let figure) = planned.known[index], figure != value {
      let cell = CellPlace(row: pages.row, column: index).name
      throw GridError.unequal(
        sheet: context.sheet, cell: cell, label: planned.label ?? "", figure: figure, sum: value)
    }
    let number = context.number(value, decimals: column.decimals)
    let formula = SumFormula.sum(of: pages.ranges(column: index))
    return formula.map { .formula($0, number) } ?? .number(number)
  }
}
