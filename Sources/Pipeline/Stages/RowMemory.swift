import Figures
import Synchronization

/// The lists that a core has read for a row's outputs: its workbook, notice, page and data mostly show the same ones.
final class RowMemory: Sendable {
  struct Query: Hashable {
    var sql: String
    var arguments: [Value]
  }

  /// So many rows in all are kept, a few megabytes; what is longer is read again.
  static let mostRows = 8_192

  private struct State {
    var isOpen = false
    var lists: [Query: [ResultRow]] = [:]
    var room = mostRows
  }

  private let state = Mutex(State())

  /// Keeps what is read while `work` makes the outputs of one row, and forgets it afterwards.
  func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    state.withLock { $0 = State(isOpen: true) }
    defer { state.withLock { $0 = State() } }
    return try work()
  }

  /// A query's rows, when they are kept.
  func rows(of query: Query) -> [ResultRow]? { state.withLock { $0.lists[query] } }

  /// A list on its way into the memory, empty yet.
  func newList() -> List { state.withLock { List(room: $0.isOpen ? $0.room : 0) } }

  func keep(_ list: List, of query: Query) {
    guard let rows = list.rows else { return }
    state.withLock { state in
      guard state.lists.updateValue(rows, forKey: query) == nil else { return }
      state.room -= rows.count
    }
  }

  /// Rows while they are read, until there are too many of them.
  struct List {
    fileprivate var rows: [ResultRow]?
    private let room: Int

    fileprivate init(room: Int) {
      self.room = room
      rows = room > 0 ? [] : nil
    }

    mutating func add(_ row: ResultRow) {
      guard let count = rows?.count else { return }
      if count < room { rows?.append(row) } else { rows = nil }
    }
  }
}
