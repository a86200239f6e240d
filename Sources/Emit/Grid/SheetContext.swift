import Figures

/// What a sheet is made from: its layout, the data, and the rows that hold for the whole sheet.
struct SheetContext {
  let layout: SheetLayout
  let data: any SheetData
  /// The period's and the publisher's row, and in a repeated form the row that it stands for.
  var rows: [ResultRow]
  /// Whether cells say where their numbers come from, as those of a page do.
  var isTraced = false
  /// The workbook's sheets, and the outputs that it may link to.
  var sheets: Set<String> = []
  var targets: LinkTargets?

  var sheet: String { layout.name }

  func traced(_ isTraced: Bool) -> SheetContext {
    var context = self
    context.isTraced = isTraced
    return context
  }

  /// A text with the columns of the rows at hand.
  func text(_ template: TextTemplate?, at inner: ResultRow? = nil) throws -> String? {
    do {
      return try template?.string(in: inner.map { rows + [$0] } ?? rows)
    } catch {
      throw GridError.missingText(sheet: sheet, column: error.column)
    }
  }

  /// A figure in the printed unit: nil where there is no row for it, and for a change where the period before is
  /// not known.
  func figure(_ reference: FigureReference, at inner: ResultRow? = nil) throws -> PlannedRow.Known {
    let value = try data.figure(reference, at: inner.map { rows + [$0] } ?? rows)
    let side = try value.aspect(reference.aspect)
    if side.measure == .percent { return .share(side.now) }
    return .figure(side.measure == .money ? side.now?.converted(from: .yuan, to: layout.unit) : side.now)
  }

  /// Where a figure comes from, and its exact value.
  func mark(_ reference: FigureReference, at inner: ResultRow? = nil) throws -> FigureMark? {
    guard isTraced else { return nil }
    let rows = inner.map { self.rows + [$0] } ?? self.rows
    var value = try data.figure(reference, at: rows)
    value.reference = data.resolved(reference, at: rows)
    return FigureMark(value, reference.aspect)
  }

  /// The same of a row's column in fen.
  func mark(_ column: String, of row: ResultRow) -> FigureMark? {
    guard isTraced, case .integer(let fen)? = row[column] else { return nil }
    return FigureMark(.column(column), Fixed(units: fen, decimals: 2), .money)
  }

  /// A row's column in fen, in the printed unit.
  func amount(_ column: String, of row: ResultRow) throws -> Fixed? { try amount(row[column], of: column) }

  func amount(_ value: Value?, of column: String) throws -> Fixed? {
    switch value {
    case .integer(let fen): return Amount(fen: fen).fixed(in: layout.unit)
    case .null, nil: return nil
    case .text(let text): throw GridError.notWhole(sheet: sheet, column: column, found: text)
    }
  }

  func number(_ value: Fixed, decimals: Int?) -> GridNumber {
    GridNumber(value, decimals: decimals ?? layout.decimals, hidesZero: layout.zero == .blank)
  }

  func number(_ value: Fixed, in column: ColumnLayout) -> GridNumber { look(of: column).number(value) }

  func look(of column: ColumnLayout) -> NumberLook {
    NumberLook(
      decimals: column.keepsDecimals ? nil : column.decimals ?? layout.decimals,
      hidesZero: layout.zero == .blank, keepsZeros: column.measure == .money && layout.keepsZeros)
  }
}
