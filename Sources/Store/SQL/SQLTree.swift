/// The tokens of a statement with what stands in parentheses as one: enough to tell clauses and calls apart.
struct SQLTree {
  indirect enum Node: Hashable {
    case token(SQLToken)
    case group([Node])

    var keyword: String { if case .token(let token) = self { token.keyword } else { "" } }
    var sign: String? {
      if case .token(let token) = self, token.kind == .sign { token.text } else { nil }
    }
    /// A column's, table's or function's name; keywords are names too here.
    var name: String? {
      if case .token(let token) = self, token.kind == .word || token.kind == .name { token.text } else { nil }
    }
    var nodes: [Node]? { if case .group(let nodes) = self { nodes } else { nil } }
    var line: Int {
      switch self {
      case .token(let token): token.line
      case .group(let nodes): nodes.first?.line ?? 1
      }
    }
  }

  let nodes: [Node]

  init(_ tokens: [SQLToken]) {
    var open: [[Node]] = [[]]
    for token in tokens {
      if token.kind == .sign, token.text == "(" {
        open.append([])
      } else if token.kind == .sign, token.text == ")", open.count > 1 {
        let group = open.removeLast()
        open[open.count - 1].append(.group(group))
      } else {
        open[open.count - 1].append(.token(token))
      }
    }
    // What is not closed does not compile; SQLite says so.
    nodes = open.flatMap { $0 }
  }
}

extension [SQLTree.Node] {
  /// What stands between the nodes for which `isSeparator` holds.
  func parts(_ isSeparator: (SQLTree.Node) -> Bool) -> [[SQLTree.Node]] {
    split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map(Array.init)
  }

  var isQuery: Bool { ["SELECT", "WITH"].contains(first?.keyword) }
}
