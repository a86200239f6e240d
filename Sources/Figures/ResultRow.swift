/// One row of a query's result, by column name.
public struct ResultRow: Sendable {
  /// The same for all rows of a result: what is found out about it once holds for each of them.
  public let head: ResultHead
  @usableFromInline let cells: [Value]
  /// What stands in the first column, before the cells.
  @usableFromInline let number: Int64?

  public var columns: [String] { head.columns }
  public var values: [Value] { number.map { [.integer($0)] + cells } ?? cells }

  /// `values` has one for each of the head's columns.
  public init(_ head: ResultHead, _ values: [Value]) {
    (self.head, cells, number) = (head, values, nil)
  }

  public init(columns: [String], values: [Value]) { self.init(ResultHead(columns), values) }

  /// A row with its number in a list as a first column, as `head` has it before the row's own.
  public init(_ head: ResultHead, number: Int64, _ row: ResultRow) {
    (self.head, cells, self.number) = (head, row.values, number)
  }

  /// The named column's value; nil when the result has no such column.
  public subscript(_ column: String) -> Value? { head.place(of: column).map { self[place: $0] } }

  /// The value in one of the head's places.
  @inlinable public subscript(place place: Int) -> Value {
    guard let number else { return cells[place] }
    return place == 0 ? .integer(number) : cells[place - 1]
  }
}
