import GRDBSQLite

/// Lets only reading through, and notes what is read.
///
/// Registered once for a connection's whole life with `sqlite3_set_authorizer`. Models and checks may SELECT from
/// the run's own tables and call functions whose answer depends on their arguments alone, so that the same input
/// gives the same bytes.
final class Authorizer: @unchecked Sendable {
  /// The columns read by the statement guarded last, by table.
  private(set) var reads: [String: Set<String>] = [:]
  /// What was refused last.
  private(set) var refused: SQLProblem?
  /// Whether a pipeline's statement is being compiled; GRDB's own statements are let through.
  private var isGuarding = false

  func guardNext() {
    reads = [:]
    refused = nil
    isGuarding = true
  }

  func rest() { isGuarding = false }

  func register(on connection: OpaquePointer) {
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let authorizer = Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
        return authorizer.answer(
          action, first.map { String(cString: $0) } ?? "", second.map { String(cString: $0) } ?? "")
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func answer(_ action: Int32, _ first: String, _ second: String) -> Int32 {
    guard isGuarding else { return SQLITE_OK }
    switch action {
    case SQLITE_READ:
      if first.hasPrefix("sqlite_") { return refuse(.table(first)) }
      reads[first, default: []].insert(second)
      return SQLITE_OK
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_FUNCTION:
      return SQLFunctions.known.contains(second.lowercased()) ? SQLITE_OK : refuse(.function(second))
    default: return refuse(.statement)
    }
  }

  private func refuse(_ what: SQLProblem) -> Int32 {
    refused = what
    return SQLITE_DENY
  }
}
