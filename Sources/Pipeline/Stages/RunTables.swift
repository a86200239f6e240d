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
  let memory = RowMemory()

  /// All rows of a model with some of its columns; nil is all.
  func forEachRow(
    of model: String, columns: [String]?, _ body: (ResultRow) throws -> Void
  ) throws {
    let columns = columns.map { $0.map(quoted).joined(separator: ", ") } ?? "*"
    try reader.forEachRow(select(model, columns: columns).sql, [], body)
  }

  /// The query for a model's rows with such keys. Its text is the same for all of a column's values (but nothing), so
  /// that it is compiled once.
  private func select(
    _ model: String, _ keys: [(column: String, value: Value)] = [], columns: String = "*"
  ) -> RowMemory.Query {
    let conditions = keys.map { "\(quoted($0.column)) \($0.value == .null ? "IS" : "=") ?" }
    let filter = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    // Models are tables: rowid is the order in which their SELECT gave the rows.
    return .init(
      sql: "SELECT \(columns) FROM \(quoted(model))\(filter) ORDER BY rowid", arguments: keys.map(\.value))
  }
}

extension RunTables: SheetData {
  func forEachRow(
    of model: String, where keys: [(column: String, value: Value)], _ body: (ResultRow) throws -> Void
  ) throws {
    // A whole model may be of any length.
    if keys.isEmpty { return try forEachRow(of: model, columns: nil, body) }
    let query = select(model, keys)
    if let rows = memory.rows(of: query) { return try rows.forEach(body) }
    var list = memory.newList()
    try reader.forEachRow(query.sql, query.arguments) { row in
      list.add(row)
      try body(row)
    }
    memory.keep(list, of: query)
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
    var rows: [ResultRow] = []
    try forEachRow(of: model, where: keys) { rows.append($0) }
    return rows
  }

  func figure(_ reference: FigureReference, at row: [String: Value]) throws -> FigureValue {
    try figures.value(reference) { row[$0] }
  }

  func resolved(_ reference: FigureReference, at row: [String: Value]) -> FigureReference {
    figures.resolved(reference) { row[$0] }
  }
}
