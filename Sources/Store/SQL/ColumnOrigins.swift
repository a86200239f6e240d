/// What the cells of a column can be: texts that stand in a SELECT, and columns of tables that it reads.
public enum ColumnOrigin: Hashable, Sendable {
  /// A text or a whole number, as a key has it.
  case constant(String)
  case column(table: String, name: String)
}

/// Where the columns of a SELECT come from, as far as its text says it: by themselves, and through CASE, COALESCE,
/// subqueries, WITH and UNION. nil is a column of which it does not: what is computed may be anything.
///
/// That what it says is right matters more than that it says much: whatever is not understood is nil.
public struct ColumnOrigins {
  public typealias Origins = Set<ColumnOrigin>?

  /// The columns in order; nil where not even their number is known.
  struct Columns {
    var names: [String]
    var origins: [Origins]
  }

  typealias Node = SQLTree.Node
  /// The columns of a table of the store.
  private let columns: (String) -> [String]?

  public init(columns: @escaping (String) -> [String]?) { self.columns = columns }

  /// The origins of a SELECT's columns, of which there are `count`; all unknown where the text is not understood.
  public func origins(of sql: String, count: Int) -> [Origins] {
    var tokens = SQLToken.tokens(of: sql)
    while tokens.last?.text == ";" { tokens.removeLast() }
    guard let found = query(SQLTree(tokens).nodes, [:], in: []), found.origins.count == count else {
      return Array(repeating: nil, count: count)
    }
    return found.origins
  }

  // MARK: Queries

  /// - Parameters:
  ///   - named: the tables of WITH; nil for one that is not understood.
  ///   - outer: what a subquery's columns may also come from.
  func query(_ nodes: [Node], _ named: [String: Columns?], in outer: [SQLScope]) -> Columns? {
    var (nodes, named) = (nodes, named)
    if nodes.first?.keyword == "WITH" {
      guard let rest = withTables(nodes, &named, in: outer) else { return nil }
      nodes = rest
    }
    var all: Columns?
    for part in nodes.parts({ ["UNION", "INTERSECT", "EXCEPT"].contains($0.keyword) }) {
      guard let columns = select(Array(part.drop { $0.keyword == "ALL" }), named, in: outer) else {
        return nil
      }
      all = all.map { $0.united(with: columns) } ?? columns
    }
    return all
  }

  /// Reads `WITH a AS (…), b (x, y) AS (…)` and returns what follows.
  private func withTables(
    _ nodes: [Node], _ named: inout [String: Columns?], in outer: [SQLScope]
  ) -> [Node]? {
    var rest = nodes.dropFirst()
    if rest.first?.keyword == "RECURSIVE" { rest = rest.dropFirst() }
    while let name = rest.popFirst()?.name?.lowercased() {
      var titles: [String]?
      if let list = rest.first?.nodes {
        titles = list.parts { $0.sign == "," }.compactMap { $0.first?.name }
        rest = rest.dropFirst()
      }
      while ["AS", "NOT", "MATERIALIZED"].contains(rest.first?.keyword) { rest = rest.dropFirst() }
      guard let body = rest.popFirst()?.nodes else { return nil }
      // A table that reads itself is not understood.
      named.updateValue(nil, forKey: name)
      var columns = query(body, named, in: outer)
      if let titles {
        if columns?.names.count == titles.count { columns?.names = titles } else { columns = nil }
      }
      named.updateValue(columns, forKey: name)
      guard rest.first?.sign == "," else { return Array(rest) }
      rest = rest.dropFirst()
    }
    return nil
  }

  private func select(_ nodes: [Node], _ named: [String: Columns?], in outer: [SQLScope]) -> Columns? {
    if nodes.first?.keyword == "VALUES" { return values(Array(nodes.dropFirst())) }
    guard nodes.first?.keyword == "SELECT" else { return nil }
    let clauses = SQLClauses(Array(nodes.dropFirst()))
    guard let scope = self.scope(of: clauses.from, named, in: outer) else { return nil }
    let scopes = [scope] + outer
    var found = Columns(names: [], origins: [])
    for item in clauses.items {
      if item.last?.sign == "*", item.count == 1 || item.count == 3 {
        guard let all = scope.all(of: item.count == 3 ? item[0].name : nil) else { return nil }
        found.names += all.map(\.name)
        found.origins += all.map(\.origins)
        continue
      }
      let (expression, name) = SQLClauses.named(item)
      found.names.append(name)
      found.origins.append(SQLExpression(expression).origins(scopes) { query($0, named, in: scopes) })
    }
    return found
  }

  private func values(_ nodes: [Node]) -> Columns? {
    var all: Columns?
    for row in nodes.compactMap(\.nodes) {
      let cells = row.parts { $0.sign == "," }.map { SQLExpression($0).origins([]) { _ in nil } }
      let columns = Columns(names: cells.indices.map { "column\($0 + 1)" }, origins: cells)
      all = all.map { $0.united(with: columns) } ?? columns
    }
    return all
  }

  // MARK: FROM

  /// The tables of a FROM; nil for a form that is not understood.
  private func scope(of nodes: [Node], _ named: [String: Columns?], in outer: [SQLScope]) -> SQLScope? {
    var scope = SQLScope()
    var rest = nodes[...]
    var isSourceNext = true
    while let node = rest.popFirst() {
      if !isSourceNext {
        isSourceNext = node.sign == "," || node.keyword == "JOIN"
        continue
      }
      isSourceNext = false
      var source: (columns: Columns?, alias: String)
      if let inner = node.nodes {
        guard inner.isQuery else { return nil }
        source = (query(inner, named, in: outer), "")
      } else if let name = node.name, rest.first?.sign != ".", rest.first?.nodes == nil {
        source = (table(name, named), name)
      } else {
        return nil
      }
      if rest.first?.keyword == "AS" { rest = rest.dropFirst() }
      if let alias = rest.first?.name, !SQLClauses.afterTable.contains(rest.first?.keyword ?? "") {
        source.alias = alias
        rest = rest.dropFirst()
      }
      scope.tables.append((source.alias.lowercased(), source.columns))
    }
    return scope
  }

  private func table(_ name: String, _ named: [String: Columns?]) -> Columns? {
    if let known = named[name.lowercased()] { return known }
    return columns(name).map { names in
      Columns(names: names, origins: names.map { [.column(table: name, name: $0)] })
    }
  }
}

extension ColumnOrigins.Columns {
  /// Of rows of both, column by column; the first one's names.
  func united(with other: Self) -> Self? {
    guard names.count == other.names.count else { return nil }
    let both = zip(origins, other.origins).map { one, two in one.flatMap { one in two.map(one.union) } }
    return Self(names: names, origins: both)
  }
}
