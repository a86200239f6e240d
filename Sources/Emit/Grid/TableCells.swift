import Figures

/// Makes the cells of a table that has its place.
struct TableCells {
  private let context: SheetContext
  private let layout: TableLayout
  private let rows: [PlannedRow]
  private var values: TableValues
  /// The columns whose texts lead somewhere, and those with colours.
  private let links: [(column: Int, layout: LinkLayout)]
  private let colors: [(column: Int, layout: ColorLayout)]

  init(_ plan: TablePlan, places: [Int], firstColumn: Int, in context: SheetContext) {
    self.context = context
    layout = plan.layout
    rows = plan.rows
    values = TableValues(plan, places: places, firstColumn: firstColumn, in: context)
    let columns = plan.layout.columns
    links = columns.indices.compactMap { column in columns[column].link.map { (column, $0) } }
    colors = columns.indices.compactMap { column in columns[column].colors.map { (column, $0) } }
  }

  /// Adds a row's cells to those at their left; empty ones where the table has no row.
  mutating func append(_ row: Int?, to cells: inout [GridCell?]) throws {
    let first = cells.count
    let planned = row.map { rows[$0] } ?? .blank(columns: layout.columns.count)
    for column in layout.columns.indices {
      guard let row, layout.isNumeric[column] else {
        cells.append(TableCell.cell(layout, column, planned, number: .empty))
        continue
      }
      var cell = TableCell.cell(layout, column, planned, number: try values.content(row, column))
      cell?.mark = try values.mark(row, column)
      cells.append(cell)
    }
    if links.isEmpty, colors.isEmpty { return }
    if let model = planned.row { try adorn(&cells, from: first, at: model) }
  }

  /// Links and colours of a model's row.
  private func adorn(_ cells: inout [GridCell?], from first: Int, at model: ResultRow) throws {
    for (column, link) in links { cells[first + column]?.lead(to: try context.link(link, at: model)) }
    for (column, layout) in colors {
      guard let text = cells[first + column]?.text else { continue }
      cells[first + column]?.style.fill = layout.fill(at: [model], text: text)
    }
  }
}
