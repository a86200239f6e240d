import Figures

/// The rows of a list, made one by one as its model's rows come: of one of any length, with further sheets where a
/// sheet is full, and totals over all of them in the foot; or of one that is plain, and keeps to its sheet.
struct LongTable {
  let table: TableGrid
  let limit: Int

  private var context: SheetContext { table.context }
  private var layout: TableLayout { table.layouts[0] }

  func forEachRow(_ body: (GridRow) throws -> Void) throws {
    var pages = LongTablePages(
      name: context.sheet, limit: limit, goesOn: context.layout.isLong, header: try table.header())
    for row in try table.head.rowsAbove() + table.header() { try pages.add(row, body) }
    guard case .model(let source, _) = layout.rows[0].kind else { return }
    var list = LongRows(layout, context)
    var count = 0
    let charts = context.layout.charts
    try context.data.forEachRow(of: source, matching: context.rows, in: layout) { row in
      try pages.makeRoom()
      let isShown = count < ChartLayout.mostRows
      try list.take(
        row, at: pages.row, charts: isShown ? charts.indices.filter { count < charts[$0].first } : [])
      if isShown { count += 1 }
      try pages.add(list.row, isListed: true, body)
    }
    for group in layout.foot {
      guard case .total(let label) = group.kind, pages.hasList else { continue }
      try pages.makeRoom()
      try pages.add(try total(label, group, list.sums, pages), body)
    }
    for row in try table.head.rowsBelow() { try pages.add(row, body) }
  }

  private func total(
    _ label: String, _ group: RowGroup, _ sums: [RunningSum], _ pages: LongTablePages
  ) throws -> GridRow {
    let planned = try TablePlan.total(label, group, layout, context)
    let cells = try layout.columns.enumerated().map { index, column -> GridCell? in
      let content = try totalContent(planned, index, column, sums, pages)
      var cell = TableCell.cell(layout, index, planned, number: content)
      cell?.mark = try TablePlan.mark(column, group, at: nil, context)
      return cell
    }
    return GridRow(.total, cells)
  }

  private func totalContent(
    _ planned: PlannedRow, _ index: Int, _ column: ColumnLayout, _ sums: [RunningSum],
    _ pages: LongTablePages
  ) throws -> GridCell.Content {
    guard column.isNumeric else { return .empty }
    if case .ratio(let part, let whole, _) = column.content {
      return try ratio(planned, index, sums[part].value, of: sums[whole].value, pages)
    }
    let sum = sums[index]
    if case .share(let value) = planned.known[index] {
      return value.map { .number(context.number($0, in: column)) } ?? .empty
    }
    if sum.isShare { return .empty }
    // Rows that say nothing add up to nothing: a figure that says more is not theirs.
    let zero = Fixed(units: 0, decimals: 0)
    if case .figure(let figure) = planned.known[index], (figure ?? zero) != (sum.value ?? zero) {
      let cell = CellPlace(row: pages.row, column: index).name
      throw GridError.unequal(
        sheet: context.sheet, cell: cell, label: planned.label ?? "", figure: figure, sum: sum.value)
    }
    guard let value = sum.value else { return .empty }
    let number = context.number(value, in: column)
    let formula = SumFormula.sum(of: pages.ranges(column: index))
    return formula.map { .formula($0, number) } ?? .number(number)
  }

  /// A total's percentage, of the total's own cells.
  private func ratio(
    _ planned: PlannedRow, _ index: Int, _ part: Fixed?, of whole: Fixed?, _ pages: LongTablePages
  ) throws -> GridCell.Content {
    let column = layout.columns[index]
    let decimals = column.decimals(of: planned.known[index])
    let place = { (column: Int) in CellPlace(row: pages.row, column: column) }
    let ratio: Fixed?
    do {
      ratio = try Fixed.percentage(part, of: whole, decimals: decimals)
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: place(index).name)
    }
    if planned.known[index] != .nothing, planned.known[index].value != ratio {
      throw GridError.unequal(
        sheet: context.sheet, cell: place(index).name, label: planned.label ?? "",
        figure: planned.known[index].value, sum: ratio)
    }
    guard let ratio, case .ratio(let part, let whole, _) = column.content else { return .empty }
    let formula = RatioFormula.percentage(place(part), of: place(whole), decimals: decimals)
    return .formula(formula, context.number(ratio, in: column))
  }
}
