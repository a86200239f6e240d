import Figures

/// The rows of a sheet that is a form, or several of them one under the other.
struct FormGrid {
  let context: SheetContext
  let layout: FormLayout

  func rows(limit: Int) throws -> [GridRow] {
    guard let source = layout.forEach else { return try checked(form(context), limit) }
    let rows = try context.data.rows(of: source, matching: context.rows)
    if rows.isEmpty { return try checked(form(context, isEmpty: true), limit) }
    var result: [GridRow] = []
    for row in rows {
      var inner = context
      inner.rows.append(row)
      var block = try form(inner, from: result.count)
      if !result.isEmpty { block[0].startsPage = true }
      result += block
    }
    return try checked(result, limit)
  }

  private func checked(_ rows: [GridRow], _ limit: Int) throws -> [GridRow] {
    if rows.count > limit { throw GridError.tooManyRows(sheet: context.sheet, limit: limit) }
    return rows
  }

  /// - Parameter first: the row of the sheet, from 0, in which the form begins.
  private func form(_ context: SheetContext, isEmpty: Bool = false, from first: Int = 0) throws -> [GridRow] {
    let width = layout.widths.count
    let head = SheetHead(context: context, columns: width, unitColumns: max(1, width / 3), isEmpty: isEmpty)
    var lines = try FormLines(context: context, layout: layout, isEmpty: isEmpty).lines()
    let counts = lines.map(\.sheetRows)
    let above = try head.rowsAbove()
    let places = counts.indices.map { counts[..<$0].reduce(first + above.count, +) }
    try FormSums(context: context, places: places).fill(&lines)
    var rows: [GridRow] = []
    for (index, line) in lines.enumerated() {
      var row = GridRow(.form, Array(repeating: nil, count: width))
      for (column, cell) in line.cells where cell.rowSpan > 0 {
        row.cells[column] = cell
        row.cells[column]?.rowSpan = counts[index..<index + cell.rowSpan].reduce(0, +)
      }
      rows.append(row)
      rows += Array(repeating: GridRow(.form, Array(repeating: nil, count: width)), count: line.sheetRows - 1)
    }
    return try above + rows + head.rowsBelow()
  }
}
