import Figures

/// The rows of a sheet with one table or several side by side.
struct TableGrid {
  let context: SheetContext
  let layouts: [TableLayout]

  var columns: [ColumnLayout] { layouts.flatMap(\.columns) }

  func rows(limit: Int) throws -> [GridRow] {
    let head = head
    let above = try head.rowsAbove() + header()
    let plans = try layouts.map { try TablePlan($0, in: context) }
    let body = plans.map { $0.rows.count - $0.footCount }.max() ?? 0
    let foot = plans.map(\.footCount).max() ?? 0
    if above.count + body + foot > limit { throw GridError.tooManyRows(sheet: context.sheet, limit: limit) }
    let width = columns.count
    var rows = (0..<body + foot).map { _ in
      var row = GridRow(.line, [])
      row.cells.reserveCapacity(width)
      return row
    }
    var firstColumn = 0
    for (table, plan) in plans.enumerated() {
      mark(plan, of: table, in: &rows)
      try append(plan, to: &rows, bodyRows: body, firstRow: above.count, firstColumn: firstColumn)
      firstColumn += plan.layout.columns.count
    }
    return above + rows + (try head.rowsBelow())
  }

  /// Marks the rows that charts show.
  private func mark(_ plan: TablePlan, of table: Int, in rows: inout [GridRow]) {
    for (index, chart) in context.layout.charts.enumerated() where chart.table == table {
      var shown = 0
      for (place, row) in plan.rows.dropLast(plan.footCount).enumerated() where shown < chart.first {
        guard chart.groups.contains(row.group) else { continue }
        rows[place].charts.append(index)
        shown += 1
      }
    }
  }

  var head: SheetHead {
    SheetHead(context: context, columns: columns.count, unitColumns: max(1, min(2, columns.count / 2)))
  }

  func header() throws -> [GridRow] {
    HeaderRows.rows(try titles()) + (context.layout.hasNumberRow ? [HeaderRows.numberRow(columns)] : [])
  }

  /// The columns' paths through the header.
  func titles() throws -> [[String]] {
    try columns.map { try $0.title.map { try context.text($0) ?? "" } }
  }

  /// Adds a table's columns to the rows: its body from the top, its foot at the bottom, empty cells between.
  private func append(
    _ plan: TablePlan, to rows: inout [GridRow], bodyRows: Int, firstRow: Int, firstColumn: Int
  ) throws {
    let body = plan.rows.count - plan.footCount
    let footStart = rows.count - plan.footCount
    let places = Array(0..<body) + Array(footStart..<rows.count)
    var cells = TableCells(
      plan, places: places.map { $0 + firstRow }, firstColumn: firstColumn, in: context)
    var planned = [Int?](repeating: nil, count: rows.count)
    for (index, place) in places.enumerated() { planned[place] = index }
    for (place, index) in planned.enumerated() {
      if firstColumn == 0 { rows[place].kind = index.map { plan.rows[$0].kind } ?? .line }
      try cells.append(index, to: &rows[place].cells)
    }
  }
}
