import Figures
import Foundation
import GRDB
import GRDBSQLite

/// The tables of one run: registers as loaded, models made from them, read-only queries on both.
///
/// One SQLite file. It is scratch until the run is done, so it is written without journal or sync; the run
/// folder syncs it at the end. Models and queries run on connections whose authorizer lets only SELECT through.
public final class Store: Sendable {
  /// Columns that every register's table has beside its own: the file's number (`_file` of table `source_file`),
  /// the row as a spreadsheet shows it, the year of the folder that it was read from.
  public static let systemColumns = ["_file", "_row", "_year"]

  let writer: DatabaseQueue
  let path: String
  let timeLimit: Int
  private let clock = QueryClock()

  /// - Parameters:
  ///   - path: the file to make; it must not exist.
  ///   - timeLimit: seconds that a model or query may take.
  public init(path: String, timeLimit: Int = 600) throws(StoreError) {
    self.path = path
    self.timeLimit = timeLimit
    SQLiteLibrary.setUp()
    let clock = clock
    writer = try Self.rethrowing {
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        if let connection = db.sqliteConnection { clock.register(on: connection) }
        // Models sort while no other core has work.
        let pragmas = [
          "journal_mode = OFF", "synchronous = OFF", "page_size = 16384", "cache_size = -16384",
          "threads = 2",
        ]
        for pragma in pragmas {
          _ = try Row.fetchAll(db, sql: "PRAGMA \(pragma)")
        }
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Makes an empty table. `isInteger` tells amounts, counts and flags from text.
  public func createTable(_ name: String, columns: [(name: String, isInteger: Bool)]) throws(StoreError) {
    let own = columns.map { "\(quoted($0.name)) \($0.isInteger ? "INTEGER" : "TEXT")" }
    let system = Self.systemColumns.map { "\(quoted($0)) INTEGER" }
    try execute("CREATE TABLE \(quoted(name)) (\((own + system).joined(separator: ", ")))")
  }

  /// Makes a table of a few rows that the program itself knows: the period, the files.
  public func createTable(_ name: String, columns: [String], rows: [[Value]]) throws(StoreError) {
    try execute("CREATE TABLE \(quoted(name)) (\(columns.map(quoted).joined(separator: ", ")))")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    for row in rows {
      try Self.rethrowing {
        try writer.writeWithoutTransaction {
          try $0.execute(
            sql: "INSERT INTO \(quoted(name)) VALUES (\(places))",
            arguments: StatementArguments(row.map(\.databaseValue)))
        }
      }
    }
  }

  /// Runs a statement of the program's own; `limited`, when a pipeline's SELECT stands in it.
  func execute(_ sql: String, limited: Bool = false) throws(StoreError) {
    try Self.rethrowing {
      try writer.writeWithoutTransaction { db in
        if limited { clock.start(seconds: timeLimit) }
        defer { clock.stop() }
        try db.execute(sql: sql)
      }
    }
  }

  /// Turns what GRDB throws into the store's own error.
  static func rethrowing<T>(_ body: () throws -> T) throws(StoreError) -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch {
      throw .storage("\(error)")
    }
  }
}

extension StoreError {
  init(_ error: DatabaseError) {
    let words = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_ERROR where words.contains("integer overflow"): self = .overflow
    case .SQLITE_ERROR: self = .sql(words)
    case .SQLITE_AUTH: self = .refused([RefusedSQL(.statement)])
    case .SQLITE_INTERRUPT: self = .timeout
    default: self = .storage(words)
    }
  }
}

extension Value {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}

/// An SQL identifier, whatever it holds.
public func quoted(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}

/// An SQL text literal, whatever it holds.
public func literal(_ text: String) -> String {
  "'" + text.replacing("'", with: "''") + "'"
}
