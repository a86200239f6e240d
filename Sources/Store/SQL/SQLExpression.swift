/// An expression of a SELECT's list, asked for what it can be.
struct SQLExpression {
  typealias Node = SQLTree.Node
  private let nodes: [Node]

  init(_ nodes: [Node]) { self.nodes = nodes }

  /// nil for what is computed; nothing at all for NULL. `subquery` answers for a SELECT inside.
  func origins(
    _ scopes: [SQLScope], subquery: ([Node]) -> ColumnOrigins.Columns?
  ) -> ColumnOrigins.Origins {
    guard let first = nodes.first else { return nil }
    if nodes.count == 1 {
      if let inner = first.nodes {
        if inner.isQuery { return subquery(inner).flatMap { $0.origins.count == 1 ? $0.origins[0] : nil } }
        return SQLExpression(inner).origins(scopes, subquery: subquery)
      }
      return constant(first) ?? column(first.name, in: nil, scopes)
    }
    if first.keyword == "CASE" { return union(results, scopes, subquery) }
    if nodes.count == 3, nodes[1].sign == ".", let table = first.name {
      return column(nodes[2].name, in: table, scopes)
    }
    guard nodes.count == 2 else { return nil }
    if first.sign == "-", case .token(let token) = nodes[1], token.kind == .number {
      return [.constant("-" + token.text)]
    }
    guard let arguments = nodes[1].nodes?.parts({ $0.sign == "," }) else { return nil }
    switch first.keyword {
    case "COALESCE", "IFNULL", "MIN", "MAX": return union(arguments, scopes, subquery)
    case "NULLIF": return union(Array(arguments.prefix(1)), scopes, subquery)
    default: return nil
    }
  }

  private func union(
    _ expressions: [[Node]]?, _ scopes: [SQLScope], _ subquery: ([Node]) -> ColumnOrigins.Columns?
  ) -> ColumnOrigins.Origins {
    guard let expressions else { return nil }
    var all: Set<ColumnOrigin> = []
    for nodes in expressions {
      guard let origins = SQLExpression(nodes).origins(scopes, subquery: subquery) else { return nil }
      all.formUnion(origins)
    }
    return all
  }

  /// nil: no constant.
  private func constant(_ node: Node) -> Set<ColumnOrigin>? {
    guard case .token(let token) = node else { return nil }
    switch token.kind {
    case .text: return [.constant(String(token.text.dropFirst().dropLast()).replacing("''", with: "'"))]
    case .number: return [.constant(token.text)]
    case .word where token.keyword == "NULL": return []
    default: return nil
    }
  }

  private func column(_ name: String?, in table: String?, _ scopes: [SQLScope]) -> ColumnOrigins.Origins {
    guard let name else { return nil }
    for scope in scopes {
      if let origins = scope.origins(of: name, in: table) { return origins }
    }
    return nil
  }

  /// What stands behind the THENs and the ELSE of a CASE that is all of the expression; nil when it is not.
  private var results: [[Node]]? {
    var (results, depth): ([[Node]], Int) = ([], 0)
    var isResult = false
    for (index, node) in nodes.enumerated() {
      if node.keyword == "CASE" { depth += 1 }
      if node.keyword == "END" { depth -= 1 }
      if depth == 0 { return index == nodes.count - 1 ? results : nil }
      if depth == 1, ["WHEN", "THEN", "ELSE"].contains(node.keyword) {
        isResult = node.keyword != "WHEN"
        if isResult { results.append([]) }
      } else if isResult {
        results[results.count - 1].append(node)
      }
    }
    return nil
  }
}
