import Figures
import GRDB
import GRDBSQLite

/// Steps through a statement's rows on SQLite's own handle: millions of rows are read for long lists, and several
/// times as fast as through a row object each.
struct RowSteps {
  private let statement: Statement
  private let handle: OpaquePointer
  private let columns: [String]

  /// The statement has its arguments.
  init(_ statement: Statement) {
    self.statement = statement
    handle = statement.sqliteStatement
    columns = statement.columnNames
  }

  func forEach(_ body: (ResultRow) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(ResultRow(columns: columns, values: try values()))
      case SQLITE_DONE: return
      case let code:
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
      }
    }
  }

  private func values() throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(columns.count)
    for index in columns.indices { values.append(try value(Int32(truncatingIfNeeded: index))) }
    return values
  }

  private func value(_ index: Int32) throws -> Value {
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
      return .text(String(decoding: bytes, as: UTF8.self))
    default: throw StoreError.notExact(column: columns[Int(index)])
    }
  }
}
