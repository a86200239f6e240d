/// The tables of a SELECT's FROM under their names there, with their columns.
struct SQLScope {
  /// nil columns: not understood.
  var tables: [(name: String, columns: ColumnOrigins.Columns?)] = []

  /// What `column` or `table.column` is; the outer nil where no table of this FROM has it, so that an outer query's
  /// may be meant.
  func origins(of column: String, in table: String?) -> ColumnOrigins.Origins? {
    let column = column.lowercased()
    for (name, columns) in tables where table == nil || table?.lowercased() == name {
      guard let columns else { return .some(nil) }
      if let place = columns.names.firstIndex(where: { $0.lowercased() == column }) {
        return .some(columns.origins[place])
      }
    }
    return nil
  }

  /// The columns of `*` and `table.*`; nil where they are not known.
  func all(of table: String?) -> [(name: String, origins: ColumnOrigins.Origins)]? {
    var all: [(name: String, origins: ColumnOrigins.Origins)] = []
    for (name, columns) in tables where table == nil || table?.lowercased() == name {
      guard let columns else { return nil }
      all += zip(columns.names, columns.origins).map { ($0, $1) }
    }
    return all
  }
}

/// A SELECT's parts, as far as they say where its columns come from.
struct SQLClauses {
  typealias Node = SQLTree.Node

  /// What may follow a table in a FROM and is not its other name.
  static let afterTable: Set<String> = [
    "ON", "USING", "JOIN", "LEFT", "RIGHT", "FULL", "OUTER", "INNER", "CROSS", "NATURAL", "INDEXED", "NOT",
  ]
  private static let clauses = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT"]

  let items: [[Node]]
  let from: [Node]

  /// - Parameter nodes: those after the SELECT.
  init(_ nodes: [Node]) {
    let list = nodes.drop { ["DISTINCT", "ALL"].contains($0.keyword) }
    // A keyword inside of parentheses, as in OVER (ORDER BY …), stands in a group.
    let end = list.indices.first { index in
      Self.clauses.contains(list[index].keyword)
        && !(list[index].keyword == "FROM" && index > list.startIndex
          && list[index - 1].keyword == "DISTINCT")
    }
    items = Array(list[..<(end ?? list.endIndex)]).parts { $0.sign == "," }
    guard let end, list[end].keyword == "FROM" else {
      from = []
      return
    }
    from = Array(list[(end + 1)...].prefix { !Self.clauses.contains($0.keyword) })
  }

  /// An expression and the column's name: `… AS name`, `… name`, or the column that it is.
  static func named(_ item: [Node]) -> (expression: [Node], name: String) {
    guard let last = item.last, let name = last.name else { return (item, "") }
    if item.count > 2, item[item.count - 2].keyword == "AS" { return (Array(item.dropLast(2)), name) }
    let isColumn = item.count == 1 || item[item.count - 2].sign == "."
    if isColumn || ["END", "ISNULL", "NOTNULL"].contains(last.keyword) {
      return (item, isColumn ? name : "")
    }
    return (Array(item.dropLast()), name)
  }
}
