import Figures
import GRDB
import GRDBSQLite

/// Loads batches of rows into one table by one prepared statement, on the connection's own handle: the fast road
/// for registers of millions of rows.
public final class Loader {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  private let columns: Int32

  init(connection: OpaquePointer, table: String, columns: [String], file: Int, year: Int) throws(StoreError) {
    let places = columns.map { _ in "?" } + ["\(file)", "?", "\(year)"]
    let names = (columns + Store.systemColumns).map(quoted)
    let sql =
      "INSERT INTO \(quoted(table)) (\(names.joined(separator: ", "))) "
      + "VALUES (\(places.joined(separator: ", ")))"
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        == SQLITE_OK,
      let statement
    else { throw Self.failure(connection) }
    self.connection = connection
    self.statement = statement
    self.columns = Int32(columns.count)
  }

  deinit { sqlite3_finalize(statement) }

  /// Inserts all rows of the batch. Texts are bound in place: the batch must not change meanwhile.
  public func load(_ batch: RowBatch) throws(StoreError) {
    var failed = false
    batch.bytes.withUnsafeBufferPointer { bytes in
      batch.cells.withUnsafeBufferPointer { cells in
        batch.rowNumbers.withUnsafeBufferPointer { rows in
          var next = 0
          for row in rows {
            bind(cells, from: &next, bytes: bytes)
            sqlite3_bind_int64(statement, columns + 1, Int64(row))
            if sqlite3_step(statement) != SQLITE_DONE { failed = true }
            if sqlite3_reset(statement) != SQLITE_OK || failed {
              failed = true
              return
            }
          }
        }
      }
    }
    if failed { throw Self.failure(connection) }
  }

  private func bind(
    _ cells: UnsafeBufferPointer<RowBatch.Cell>, from next: inout Int, bytes: UnsafeBufferPointer<UInt8>
  ) {
    var column: Int32 = 1
    while column <= columns {
      let cell = cells[next]
      switch cell.length {
      case RowBatch.Cell.null: sqlite3_bind_null(statement, column)
      case RowBatch.Cell.integer: sqlite3_bind_int64(statement, column, cell.payload)
      case 0: sqlite3_bind_text(statement, column, "", 0, nil)
      default:
        let start = bytes.baseAddress.map { UnsafeRawPointer($0 + Int(cell.payload)) }
        let text = start?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement, column, text, cell.length, nil)
      }
      next += 1
      column += 1
    }
  }

  private static func failure(_ connection: OpaquePointer) -> StoreError {
    .storage(String(cString: sqlite3_errmsg(connection)))
  }
}

extension Store {
  /// Loads a register: `read` is given the loader and calls it, from one thread at a time, for every batch. All or
  /// nothing: when `read` throws, the table is as it was.
  ///
  /// - Parameters:
  ///   - columns: SQL names, in the order of the batches' cells.
  ///   - file: the number that `_file` gets; `year`: the one that `_year` gets.
  public func load<Result>(
    _ table: String, columns: [String], file: Int, year: Int, _ read: (Loader) throws -> Result
  ) throws -> Result {
    try writer.writeWithoutTransaction { db in
      guard let connection = db.sqliteConnection else { throw StoreError.storage("closed") }
      let loader = try Loader(
        connection: connection, table: table, columns: columns, file: file, year: year)
      let before = try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM \(quoted(table))") ?? 0
      try db.execute(sql: "BEGIN")
      do {
        let result = try read(loader)
        try db.execute(sql: "COMMIT")
        return result
      } catch {
        // Without a journal there is no rollback: take back by hand what was loaded. On a full disk that fails too;
        // what is thrown is why it came to this.
        if sqlite3_get_autocommit(connection) == 0 { try? db.execute(sql: "COMMIT") }
        try? db.execute(sql: "DELETE FROM \(quoted(table)) WHERE rowid > \(before)")
        throw (error as? DatabaseError).map { StoreError($0) } ?? error
      }
    }
  }
}
