import Figures

/// Lays sheets out over the data, for one publisher.
public struct GridBuilder {
  /// As many as a sheet of a workbook can have.
  public static let sheetRows = 1_048_576

  private let data: any SheetData
  private let rows: [ResultRow]
  /// Longer lists go on on a further sheet.
  public var rowLimit = GridBuilder.sheetRows
  /// Whether cells say where their numbers come from: for a page, at the cost of looking it up.
  public var isTraced = false
  /// What the workbook may link to; nil where its sheets are read as text, and links say nothing.
  public var targets: LinkTargets?

  /// - Parameters:
  ///   - period: one row; its column `year` is what texts call `{period.year}`.
  ///   - publisher: the row that the workbook is made for; nil for one workbook a run.
  public init(data: any SheetData, period: ResultRow, publisher: ResultRow?) {
    self.data = data
    let named = ResultRow(columns: period.columns.map { "period.\($0)" }, values: period.values)
    rows = [named] + (publisher.map { [$0] } ?? [])
  }

  public func grids(_ workbook: WorkbookLayout) throws -> [Grid] {
    let sheets = Set(workbook.sheets.map(\.name))
    return try workbook.sheets.map { try grid($0, among: sheets) }
  }

  public func grid(_ sheet: SheetLayout) throws -> Grid { try grid(sheet, among: [sheet.name]) }

  private func grid(_ sheet: SheetLayout, among sheets: Set<String>) throws -> Grid {
    let context = SheetContext(
      layout: sheet, data: data, rows: rows, sheets: sheets, targets: targets)
    let limit = rowLimit
    switch sheet.body {
    case .form(let layout):
      let columns = layout.widths.map { GridColumn(title: [], width: $0, isNumeric: false) }
      return try make(sheet, columns, context) { isTraced, body in
        try FormGrid(context: context.traced(isTraced), layout: layout).rows(limit: limit).forEach(body)
      }
    case .tables(let layouts):
      let table = TableGrid(context: context, layouts: layouts)
      let titles = try table.titles()
      let columns = zip(table.columns, titles).map { column, title in
        GridColumn(title: title, width: column.width, isNumeric: column.isNumeric)
      }
      let isListed = sheet.isLong || layouts.count == 1 && layouts[0].isPlain
      var grid = try make(sheet, columns, context) { isTraced, body in
        let table = TableGrid(context: context.traced(isTraced), layouts: layouts)
        if isListed {
          try LongTable(table: table, limit: limit).forEachRow(body)
        } else {
          try table.rows(limit: limit).forEach(body)
        }
      }
      grid.page = try page(of: table, sheet)
      grid.isListed = isListed
      grid.charts = try context.charts(layouts, titles: titles)
      return grid
    }
  }

  private func make(
    _ sheet: SheetLayout, _ columns: [GridColumn], _ context: SheetContext,
    produce: @escaping Grid.Production
  ) throws -> Grid {
    // A repeated form's title may need the row it stands for; the sheet's is then its name.
    let title = (try? context.text(sheet.title)) ?? sheet.name
    return Grid(
      name: sheet.name, title: title, unit: sheet.unit, columns: columns,
      page: GridPage(orientation: sheet.page), isLong: sheet.isLong, isTraced: isTraced,
      produce: produce)
  }

  private func page(of table: TableGrid, _ sheet: SheetLayout) throws -> GridPage {
    let above = try table.head.rowsAbove().count
    let header = try table.header().count
    let frozen = sheet.isFrozen ? table.columns.prefix { !$0.isNumeric }.count : 0
    return GridPage(
      orientation: sheet.page, repeatedRows: above..<above + header,
      frozenRows: sheet.isFrozen ? above + header : 0,
      frozenColumns: table.layouts.count == 1 ? frozen : 0)
  }
}
