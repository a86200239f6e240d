/// The store cannot go on. What is wrong with a pipeline's SQL is `sql`; the rest is the machine's.
public enum StoreError: Error, Hashable, Sendable {
  /// SQLite's own words about a statement that does not compile or may not be run.
  case sql(String)
  /// The statement does what models and checks may not do: write, ask for the time, divide …
  case refused([RefusedSQL])
  /// The query ran longer than its limit.
  case timeout
  /// A sum left the range of 64-bit integers.
  case overflow
  /// A result that is no integer and no text: SQL may not divide or use decimals.
  case notExact(column: String)
  /// A model that reads itself, directly or through others.
  case cycle([String])
  /// A file or the disk.
  case storage(String)
}
