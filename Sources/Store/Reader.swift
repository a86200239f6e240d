import Figures
import Foundation
import GRDB
import GRDBSQLite

/// A read-only connection for models' checks and queries, under the authorizer and a time limit.
public final class Reader: @unchecked Sendable {
  private let queue: DatabaseQueue
  private let authorizer = Authorizer()
  private let clock = QueryClock()
  private let timeLimit: Int

  init(path: String, timeLimit: Int) throws(StoreError) {
    self.timeLimit = timeLimit
    let (authorizer, clock) = (authorizer, clock)
    queue = try Store.rethrowing {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.prepareDatabase { db in
        _ = try Row.fetchAll(db, sql: "PRAGMA cache_size = -16384")
        guard let connection = db.sqliteConnection else { return }
        authorizer.register(on: connection)
        clock.register(on: connection)
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// All rows of a query; `arguments` stand for its `?`, in order.
  public func rows(_ sql: String, _ arguments: [Value] = []) throws(StoreError) -> [ResultRow] {
    var rows: [ResultRow] = []
    try step(through: sql, arguments) { row in
      rows.append(row)
      return true
    }
    return rows
  }

  /// The rows of a query, one at a time. What `body` throws comes out as it is: it is not the store's trouble.
  public func forEachRow(
    _ sql: String, _ arguments: [Value] = [], _ body: (ResultRow) throws -> Void
  ) throws {
    var trouble: (any Error)?
    try step(through: sql, arguments) { row in
      do { try body(row) } catch { trouble = error }
      return trouble == nil
    }
    if let trouble { throw trouble }
  }

  /// A query that is asked again is compiled once.
  private func step(
    through sql: String, _ arguments: [Value], _ body: (ResultRow) -> Bool
  ) throws(StoreError) {
    try guarded { db in
      let statement = try db.cachedStatement(sql: sql)
      try statement.setArguments(StatementArguments(arguments.map(\.databaseValue)))
      var steps = RowSteps(statement)
      try steps.forEach(body)
    }
  }

  /// Compiles a statement of a pipeline without running it: its columns, and the columns of which tables it reads.
  /// Everything that it may not do is thrown at once.
  public func examine(_ sql: String) throws(StoreError) -> (columns: [String], reads: [String: Set<String>]) {
    try guarded { db in
      let columns = try db.makeStatement(sql: sql).columnNames
      let reads = authorizer.reads
      var refused = RefusedSQL.all(in: sql)
      if refused.isEmpty, try divides(sql, db) { refused = [RefusedSQL(.division)] }
      if !refused.isEmpty { throw StoreError.refused(refused) }
      return (columns, reads)
    }
  }

  /// Whether the statement, as it is compiled, divides anywhere.
  private func divides(_ sql: String, _ db: Database) throws -> Bool {
    try Row.fetchAll(db, sql: "EXPLAIN " + sql).contains { $0["opcode"] == "Divide" }
  }

  private func guarded<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.unsafeRead { db in
        clock.start(seconds: timeLimit)
        authorizer.guardNext()
        defer {
          authorizer.rest()
          clock.stop()
        }
        return try body(db)
      }
    } catch let error as DatabaseError {
      throw authorizer.refused.map { .refused([RefusedSQL($0)]) } ?? StoreError(error)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .storage("\(error)")
    }
  }
}

extension Store {
  /// A connection of its own for reading; several may read at a time.
  public func reader() throws(StoreError) -> Reader { try Reader(path: path, timeLimit: timeLimit) }
}
