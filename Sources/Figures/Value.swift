/// One cell of a query's result: what SQL knows.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
}

/// One row of a query's result, by column name.
public struct ResultRow: Sendable {
  public let columns: [String]
  public let values: [Value]

  public init(columns: [String], values: [Value]) {
    self.columns = columns
    self.values = values
  }

  /// The named column's value; nil when the result has no such column.
  public subscript(_ column: String) -> Value? {
    columns.firstIndex(of: column).map { values[$0] }
  }
}
