import Figures

/// What the tables show: the run's models and published figures.
public protocol SheetData {
  /// The rows of a model whose columns equal the given values, in the model's own order, one after the other.
  func forEachRow(
    of model: String, where keys: [(column: String, value: Value)], _ body: (ResultRow) throws -> Void
  ) throws

  /// A figure at rows: a row's columns that are named as the figure's keys give them, a later row before an
  /// earlier one; what the reference itself assigns goes before both, and a key that nothing gives is summed
  /// over.
  func figure(_ reference: FigureReference, at rows: [ResultRow]) throws -> FigureValue

  /// The reference with all keys that the rows give, so that it says by itself which figure was taken.
  func resolved(_ reference: FigureReference, at rows: [ResultRow]) -> FigureReference
}

extension SheetData {
  func rows(of source: RowSource, matching outer: [ResultRow]) throws -> [ResultRow] {
    var rows: [ResultRow] = []
    try forEachRow(of: source, matching: outer) { rows.append($0) }
    return rows
  }

  /// The rows of a table, with their numbers where it shows these.
  func forEachRow(
    of source: RowSource, matching outer: [ResultRow], in table: TableLayout,
    _ body: (ResultRow) throws -> Void
  ) throws {
    guard table.numbersRows else { return try forEachRow(of: source, matching: outer, body) }
    var number: Int64 = 0
    var head: ResultHead?
    try forEachRow(of: source, matching: outer) { row in
      number += 1
      let numbered = head ?? ResultHead([ColumnLayout.position] + row.columns)
      head = numbered
      try body(ResultRow(numbered, number: number, row))
    }
  }

  /// The rows that belong to `outer`: equal in the source's columns, the last row of `outer` first.
  func forEachRow(
    of source: RowSource, matching outer: [ResultRow], _ body: (ResultRow) throws -> Void
  ) throws {
    let keys = source.by.map { column in
      (column: column, value: outer.reversed().lazy.compactMap { $0[column] }.first ?? .null)
    }
    let only = source.only.sorted { $0.key < $1.key }.map { (column: $0.key, value: $0.value) }
    try forEachRow(of: source.model, where: keys + only, body)
  }
}

extension TableLayout {
  /// Whether a column shows the rows' numbers.
  fileprivate var numbersRows: Bool { columns.contains { $0.content == .text(ColumnLayout.position) } }
}
