/// Columns beside GROUP BY, or beside an aggregate, that are not grouped by: SQLite takes them from any row, other
/// databases refuse them.
struct GroupedColumns {
  private typealias Node = SQLTree.Node
  private typealias Found = [RefusedSQL]

  private static let aggregates: Set<String> = ["SUM", "COUNT", "MIN", "MAX", "GROUP_CONCAT", "AVG", "TOTAL"]
  private static let keywords: Set<String> = [
    "AND", "OR", "NOT", "NULL", "IS", "IN", "BETWEEN", "LIKE", "GLOB", "ESCAPE", "CASE", "WHEN", "THEN",
    "ELSE", "END",
    "DISTINCT", "ALL", "TRUE", "FALSE", "ASC", "DESC", "NULLS", "FIRST", "LAST", "EXISTS", "PARTITION", "BY",
    "ORDER",
    "ROWS", "RANGE", "GROUPS", "PRECEDING", "FOLLOWING", "UNBOUNDED", "CURRENT", "ROW", "ISNULL", "NOTNULL",
    "FROM",
    "EXCLUDE", "TIES", "OTHERS", "NO",
  ]

  static func problems(in tree: SQLTree) -> [RefusedSQL] { problems(in: tree.nodes) }

  /// Of a query, and of all queries inside.
  private static func problems(in nodes: [Node]) -> Found {
    var found: Found = nodes.isQuery ? queryProblems(nodes) : []
    for case .group(let inner) in nodes { found += problems(in: inner) }
    return found
  }

  /// `SELECT … UNION SELECT …`, each with its own groups.
  private static func queryProblems(_ nodes: [Node]) -> Found {
    guard let start = nodes.firstIndex(where: { $0.keyword == "SELECT" }) else { return [] }
    let selects = Array(nodes[start...]).parts { ["UNION", "INTERSECT", "EXCEPT"].contains($0.keyword) }
    return selects.flatMap { part -> Found in
      let own = Array(part.drop { $0.keyword == "ALL" }.dropFirst())
      return GroupedColumns(own, isAlone: selects.count == 1).problems
    }
  }

  private let items: [[Node]]
  private let aliases: Set<String>
  private let groups: [[Node]]
  /// What is made after the groups are.
  private let later: [[Node]]

  /// - Parameter nodes: those after the SELECT.
  private init(_ nodes: [Node], isAlone: Bool) {
    let clauses = Self.clauses(nodes)
    let columns = (clauses[""] ?? []).drop { ["DISTINCT", "ALL"].contains($0.keyword) }
    let named = Array(columns).parts { $0.sign == "," }.map(Self.item)
    items = named.map(\.expression)
    aliases = Set(named.compactMap(\.alias).map { $0.lowercased() })
    // The order of a compound is that of its columns, which stand in no one SELECT.
    later = [clauses["HAVING"] ?? [], isAlone ? clauses["ORDER"] ?? [] : []]
    groups = (clauses["GROUP"] ?? []).parts { $0.sign == "," }.filter { !$0.isEmpty }.flatMap { group in
      guard group.count == 1, case .token(let token) = group[0] else { return [group] }
      if let place = Int(token.text), named.indices.contains(place - 1) {
        return [named[place - 1].expression]
      }
      return [group] + named.filter { $0.alias?.lowercased() == token.text.lowercased() }.map(\.expression)
    }
  }

  private static func clauses(_ nodes: [Node]) -> [String: [Node]] {
    let names = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT"]
    var clauses: [String: [Node]] = [:]
    var clause = ""
    for (index, node) in nodes.enumerated() {
      let isDistinctFrom = node.keyword == "FROM" && index > 0 && nodes[index - 1].keyword == "DISTINCT"
      if names.contains(node.keyword), !isDistinctFrom {
        clause = node.keyword
      } else if !(node.keyword == "BY" && clauses[clause, default: []].isEmpty) {
        clauses[clause, default: []].append(node)
      }
    }
    return clauses
  }

  /// `expression AS alias`, `expression alias`.
  private static func item(_ nodes: [Node]) -> (expression: [Node], alias: String?) {
    guard nodes.count > 1, let alias = nodes[nodes.count - 1].name else { return (nodes, nil) }
    let before = nodes[nodes.count - 2]
    if before.keyword == "AS" { return (Array(nodes.dropLast(2)), alias) }
    let isKeyword = keywords.contains(nodes[nodes.count - 1].keyword)
    let endsOperand = before.sign == nil && (!keywords.contains(before.keyword) || before.keyword == "END")
    return isKeyword || !endsOperand ? (nodes, nil) : (Array(nodes.dropLast()), alias)
  }

  private var problems: Found {
    let all = items + later
    guard !groups.isEmpty || all.contains(where: Self.hasAggregate) else { return [] }
    let whole: Found = items.filter { $0.count == 1 && $0[0].sign == "*" }.map {
      RefusedSQL(.bareColumn("*"), line: $0[0].line)
    }
    return whole + items.flatMap { bare($0, aliases: []) } + later.flatMap { bare($0, aliases: aliases) }
  }

  private static func hasAggregate(_ nodes: [Node]) -> Bool {
    if nodes.isQuery { return false }
    return nodes.indices.contains { index in
      isAggregate(nodes, at: index) || nodes[index].nodes.map(hasAggregate) ?? false
    }
  }

  /// `SUM(x)`, and not `SUM(x) OVER (…)`, nor the `MIN(a, b)` of several values.
  private static func isAggregate(_ nodes: [Node], at index: Int) -> Bool {
    guard aggregates.contains(nodes[index].keyword), let arguments = nodes[safe: index + 1]?.nodes else {
      return false
    }
    if ["MIN", "MAX"].contains(nodes[index].keyword), arguments.contains(where: { $0.sign == "," }) {
      return false
    }
    let isFiltered = nodes[safe: index + 2]?.keyword == "FILTER"
    return nodes[safe: index + (isFiltered ? 4 : 2)]?.keyword != "OVER"
  }

  /// The columns of an expression that are not grouped by.
  private func bare(_ nodes: [Node], aliases: Set<String>) -> Found {
    if nodes.isQuery { return [] }
    var found: Found = []
    var index = 0
    while index < nodes.count {
      if let length = grouped(nodes[index...]) {
        index += length
      } else if Self.isAggregate(nodes, at: index) {
        index += nodes[safe: index + 2]?.keyword == "FILTER" ? 4 : 2
      } else if let inner = nodes[index].nodes {
        found += bare(inner, aliases: aliases)
        index += 1
      } else if ["AS", "COLLATE", "OVER"].contains(nodes[index].keyword), nodes[safe: index + 1]?.name != nil
      {
        // A type, a collation, a window: no columns.
        index += 2
      } else if let (column, length) = Self.columnName(nodes[index...]) {
        if !aliases.contains(column.lowercased()) {
          found.append(RefusedSQL(.bareColumn(column), line: nodes[index].line))
        }
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  /// A column at the beginning, with its table when that is named, and how many nodes it takes; `*` is all columns.
  private static func columnName(_ nodes: ArraySlice<Node>) -> (name: String, length: Int)? {
    let nodes = Array(nodes.prefix(3))
    if nodes[0].sign == "*" { return nil }
    guard let first = nodes[0].name, !keywords.contains(nodes[0].keyword) else { return nil }
    if nodes[safe: 1]?.nodes != nil { return nil }
    guard nodes[safe: 1]?.sign == "." else { return (first, 1) }
    guard let second = nodes[safe: 2] else { return nil }
    return second.sign == "*" ? (first + ".*", 3) : second.name.map { (first + "." + $0, 3) }
  }

  /// How many nodes of the beginning are one of the expressions that are grouped by.
  private func grouped(_ nodes: ArraySlice<Node>) -> Int? {
    let here = Self.columnName(nodes)
    for group in groups {
      if let column = Self.column(group), let here, Self.isSame(column, here.name) { return here.length }
      if nodes.count >= group.count, Self.normal(Array(nodes.prefix(group.count))) == Self.normal(group) {
        return group.count
      }
    }
    return nil
  }

  /// The column that an expression just is.
  private static func column(_ nodes: [Node]) -> String? {
    guard let (name, length) = nodes.isEmpty ? nil : columnName(nodes[...]), length == nodes.count else {
      return nil
    }
    return name
  }

  /// `unit` may be any table's; `a.unit` is only that one's.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    let (one, other) = (a.lowercased().split(separator: "."), b.lowercased().split(separator: "."))
    return one.count == other.count ? one == other : one.last == other.last
  }

  /// The text of an expression, however it is laid out and capitalized.
  private static func normal(_ nodes: [Node]) -> String {
    nodes.map { node in
      switch node {
      case .group(let inner): "(" + normal(inner) + ")"
      case .token(let token): token.kind == .text ? token.text : token.text.lowercased()
      }
    }.joined(separator: " ")
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
