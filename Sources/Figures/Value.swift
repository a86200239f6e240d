/// One cell of a query's result: what SQL knows.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
}
