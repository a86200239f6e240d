import Compute
import Emit
import Figures
import Store

/// A run's tables and figures, as workbooks and notices ask for them. One thread uses one.
struct RunTables: Sendable {
  let reader: Reader
  let figures: FigureBook
  /// What its notices show.
  let sheets = NoticeSheets()

  /// The query for a model's rows with such keys, and its arguments. The text is the same for all of a column's values
  /// (but nothing), so that it is compiled once.
  private func select(
    _ model: String, _ keys: [(column: String, value: Value)]
  ) -> (sql: String, arguments: [Value]) {
    let conditions = keys.map { "\(quoted($0.column)) \($0.value == .null ? "IS" : "=") ?" }
    let filter = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    // Models are tables: rowid is the order in which their SELECT gave the rows.
    return ("SELECT * FROM \(quoted(model))\(filter) ORDER BY rowid", keys.map(\.value))
  }
}

extension RunTables: SheetData {
  func forEachRow(
    of model: String, where keys: [(column: String, value: Value)], _ body: (ResultRow) throws -> Void
  ) throws {
    let (sql, arguments) = select(model, keys)
    try reader.forEachRow(sql, arguments, body)
  }

  /// Both sides of the figure: the layout takes the one that its reference asks for.
  func figure(_ reference: FigureReference, at rows: [ResultRow]) throws -> FigureValue {
    var both = reference
    both.aspect = .now
    return try figures.value(both) { key in rows.reversed().lazy.compactMap { $0[key] }.first }
  }

  func resolved(_ reference: FigureReference, at rows: [ResultRow]) -> FigureReference {
    figures.resolved(reference) { key in rows.reversed().lazy.compactMap { $0[key] }.first }
  }
}

extension RunTables: NoticeData {
  func rows(of model: String, matching columns: [String: Value]) throws -> [ResultRow] {
    let keys = columns.sorted { $0.key < $1.key }.map { (column: $0.key, value: $0.value) }
    let (sql, arguments) = select(model, keys)
    return try reader.rows(sql, arguments)
  }

  func figure(_ reference: FigureReference, at row: [String: Value]) throws -> FigureValue {
    try figures.value(reference) { row[$0] }
  }

  func resolved(_ reference: FigureReference, at row: [String: Value]) -> FigureReference {
    figures.resolved(reference) { row[$0] }
  }
}
