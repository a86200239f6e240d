import Figures
import Foundation
import GRDB
import GRDBSQLite

/// Steps through a statement's rows on SQLite's own handle: millions of rows are read for long lists, and several
/// times as fast as through a row object each.
struct RowSteps {
  private let statement: Statement
  private let handle: OpaquePointer
  private let head: ResultHead
  /// The values of the row before.
  private var last: [Value]

  /// The statement has its arguments.
  init(_ statement: Statement) {
    self.statement = statement
    handle = statement.sqliteStatement
    head = ResultHead(statement.columnNames)
    last = Array(repeating: .null, count: head.columns.count)
  }

  /// - Parameter body: whether it goes on after the row.
  mutating func forEach(_ body: (ResultRow) -> Bool) throws {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        last = try values()
        guard body(ResultRow(head, last)) else { return }
      case SQLITE_DONE: return
      case let code:
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
      }
    }
  }

  private func values() throws -> [Value] {
    try last.withUnsafeBufferPointer { before in
      try Array(unsafeUninitializedCapacity: before.count) { places, count in
        while count < before.count {
          places.initializeElement(at: count, to: try value(count, before[count]))
          count += 1
        }
      }
    }
  }

  private func value(_ index: Int, _ before: Value) throws -> Value {
    let cell = sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    switch sqlite3_value_type(cell) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(cell))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(start: sqlite3_value_text(cell), count: Int(sqlite3_value_bytes(cell)))
      return Self.isSame(before, bytes) ? before : .text(String(decoding: bytes, as: UTF8.self))
    default: throw StoreError.notExact(column: head.columns[index])
    }
  }

  /// Whether a text is the one in the row before, as names and kinds often are: it need not be made again.
  private static func isSame(_ before: Value, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .text(let text) = before, text.utf8.count == bytes.count else { return false }
    return text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard let utf8 = utf8.baseAddress, let new = bytes.baseAddress else { return true }
      return memcmp(utf8, new, bytes.count) == 0
    } ?? false
  }
}
