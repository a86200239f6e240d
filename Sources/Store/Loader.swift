import Figures
import GRDB
import GRDBSQLite

/// Loads batches of rows into one table by prepared statements, on the connection's own handle: the fast road for
/// registers of millions of rows.
public final class Loader {
  /// Rows of one statement. What a statement costs beside its rows is shared by so many; more gain nothing.
  private static let rowsAtOnce = 32
  /// Fewer rows are not worth a further statement.
  private static let manyRows = 512

  private let connection: OpaquePointer
  private let columns: Int
  private let one: InsertStatement
  /// Inserts `rowsAtOnce` rows, or fewer in a very wide table; made for the first large batch.
  private var many: InsertStatement?
  /// The statement for so many rows.
  private let makeStatement: (Int) throws(StoreError) -> InsertStatement

  init(connection: OpaquePointer, table: String, columns: [String], file: Int, year: Int) throws(StoreError) {
    let names = (columns + Store.systemColumns).map(quoted).joined(separator: ", ")
    let row = (columns.map { _ in "?" } + ["\(file)", "?", "\(year)"]).joined(separator: ", ")
    makeStatement = { rows throws(StoreError) in
      let values = repeatElement("(\(row))", count: rows).joined(separator: ", ")
      return try InsertStatement(
        connection, "INSERT INTO \(quoted(table)) (\(names)) VALUES \(values)", rows: rows)
    }
    self.connection = connection
    self.columns = columns.count
    one = try makeStatement(1)
  }

  /// Inserts all rows of the batch. Texts are bound in place: the batch must not change meanwhile.
  public func load(_ batch: RowBatch) throws(StoreError) {
    if many == nil, batch.rows >= Self.manyRows {
      let most = Int(sqlite3_limit(connection, SQLITE_LIMIT_VARIABLE_NUMBER, -1)) / (columns + 1)
      many = try makeStatement(max(1, min(Self.rowsAtOnce, most)))
    }
    let many = many ?? one
    let isLoaded = batch.bytes.withUnsafeBufferPointer { bytes in
      batch.cells.withUnsafeBufferPointer { cells in
        batch.rowNumbers.withUnsafeBufferPointer { rows in
          var next = 0
          while next < rows.count {
            let statement = next + many.rows <= rows.count ? many : one
            var parameter: Int32 = 1
            for row in next..<(next + statement.rows) {
              let own = UnsafeBufferPointer(rebasing: cells[(row * columns)..<((row + 1) * columns)])
              statement.bind(own, number: rows[row], from: &parameter, bytes)
            }
            guard statement.insert() else { return false }
            next += statement.rows
          }
          return true
        }
      }
    }
    if !isLoaded { throw .storage(String(cString: sqlite3_errmsg(connection))) }
  }
}

/// One prepared INSERT of so many rows.
private final class InsertStatement {
  let rows: Int
  private let statement: OpaquePointer

  init(_ connection: OpaquePointer, _ sql: String, rows: Int) throws(StoreError) {
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        == SQLITE_OK,
      let statement
    else { throw .storage(String(cString: sqlite3_errmsg(connection))) }
    (self.statement, self.rows) = (statement, rows)
  }

  deinit { sqlite3_finalize(statement) }

  /// Binds a row's cells and its number to the next parameters.
  func bind(
    _ cells: UnsafeBufferPointer<RowBatch.Cell>, number: Int64, from parameter: inout Int32,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    for cell in cells {
      switch cell.length {
      case RowBatch.Cell.null: sqlite3_bind_null(statement, parameter)
      case RowBatch.Cell.integer: sqlite3_bind_int64(statement, parameter, cell.payload)
      case 0: sqlite3_bind_text(statement, parameter, "", 0, nil)
      default:
        let start = bytes.baseAddress.map { UnsafeRawPointer($0 + Int(cell.payload)) }
        let text = start?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement, parameter, text, cell.length, nil)
      }
      parameter += 1
    }
    sqlite3_bind_int64(statement, parameter, number)
    parameter += 1
  }

  /// false: the connection says why.
  func insert() -> Bool {
    let isDone = sqlite3_step(statement) == SQLITE_DONE
    return sqlite3_reset(statement) == SQLITE_OK && isDone
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
