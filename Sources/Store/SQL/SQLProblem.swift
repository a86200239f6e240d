/// What a pipeline's SQL may not do, although SQLite would.
public enum SQLProblem: Hashable, Sendable {
  /// `NATURAL` or `USING`: the columns that are compared are not seen, so that they would not even be stored.
  case hiddenJoin(String)
  /// `/`: 7 / 2 is 3 here and 3.5 elsewhere.
  case division
  /// `0.5`, `1e3`: amounts are whole numbers.
  case decimal(String)
  /// A type that SQLite and Spark do not both know, or one with decimals.
  case cast(String)
  /// `?`, `:x`: a place for a value that nobody gives.
  case parameter(String)
  /// A column beside an aggregate that is not grouped by: any row's value.
  case bareColumn(String)
  /// `min(a, b)`, which is no aggregate.
  case severalArguments(String)
  case function(String)
  case table(String)
  /// Writing, attaching, setting: anything but a SELECT.
  case statement
}

/// A problem with its place in the statement.
public struct RefusedSQL: Hashable, Sendable {
  public var problem: SQLProblem
  /// From 1.
  public var line: Int

  public init(_ problem: SQLProblem, line: Int = 1) { (self.problem, self.line) = (problem, line) }

  /// What the text of a statement shows. Functions and tables are the authorizer's.
  static func all(in sql: String) -> [RefusedSQL] {
    let tokens = SQLToken.tokens(of: sql)
    let refused = tokens.indices.compactMap { index in
      SQLProblem.problem(at: index, in: tokens).map { RefusedSQL($0, line: tokens[index].line) }
    }
    return refused + GroupedColumns.problems(in: SQLTree(tokens))
  }
}

extension SQLProblem {

  fileprivate static func problem(at index: Int, in tokens: [SQLToken]) -> SQLProblem? {
    let token = tokens[index]
    let isQualified = index > 0 && tokens[index - 1].text == "."
    switch token.kind {
    case .parameter: return .parameter(token.text)
    case .sign: return token.text == "/" ? .division : nil
    case .number: return isWhole(token.text) ? nil : .decimal(token.text)
    case .word where !isQualified && ["NATURAL", "USING"].contains(token.keyword):
      return .hiddenJoin(token.keyword)
    case .word where token.keyword == "CAST":
      return castType(tokens[index...]).flatMap { wholeTypes.contains($0) ? nil : .cast($0) }
    case .word where ["MIN", "MAX"].contains(token.keyword):
      return hasSeveral(tokens[index...]) ? .severalArguments(token.keyword) : nil
    case .word, .name, .text: return nil
    }
  }

  private static func isWhole(_ number: String) -> Bool {
    number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      || number.lowercased().hasPrefix("0x")
  }

  /// Those of SQLite and of Spark, or standard SQL.
  private static let wholeTypes: Set<String> = ["INTEGER", "INT", "BIGINT", "TEXT"]

  /// Whether a call has a comma of its own.
  private static func hasSeveral(_ rest: ArraySlice<SQLToken>) -> Bool {
    guard case .group(let arguments)? = SQLTree(Array(rest.dropFirst())).nodes.first else { return false }
    return arguments.contains { $0.sign == "," }
  }

  /// The type of `CAST(… AS type)`.
  private static func castType(_ rest: ArraySlice<SQLToken>) -> String? {
    guard case .group(let cast)? = SQLTree(Array(rest.dropFirst())).nodes.first,
      let place = cast.lastIndex(where: { $0.keyword == "AS" })
    else { return nil }
    return cast[(place + 1)...].compactMap(\.name).joined(separator: " ").uppercased()
  }
}
