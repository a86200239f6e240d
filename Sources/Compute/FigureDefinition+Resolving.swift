import Definitions
import Figures

extension FigureDefinition {
  /// This figure, made of others, with the keys that all of these have and the tables behind them; nil, and
  /// reported, when it cannot be made of them.
  func resolved(among sums: [FigureDefinition], isWhole: Bool, _ node: DefinitionNode) -> FigureDefinition? {
    let operands = references.compactMap { operand($0, among: sums, isWhole: isWhole, node) }
    guard operands.count == references.count, let first = operands.first else { return nil }
    if operands.contains(where: { $0.measure != first.measure }) {
      node.report(
        .other("“\(id)”的 of 与 to 单位不同", english: "'of' and 'to' of '\(id)' do not measure the same"))
    }
    var resolved = self
    let assigned = Set(references.flatMap { $0.assignments.map(\.key) })
    resolved.keys = first.keys.filter { key in
      !assigned.contains(key) && operands.allSatisfy { $0.keys.contains(key) }
    }
    resolved.tables = operands.reduce(into: []) { $0.formUnion($1.tables) }
    if case .share(let share) = origin { resolved.check(share, of: first, node) }
    return resolved
  }

  private var references: [FigureReference] {
    switch origin {
    case .rows: []
    case .ratio(let ratio): [ratio.part, ratio.whole]
    case .share(let share): [share.part]
    }
  }

  private func operand(
    _ reference: FigureReference, among sums: [FigureDefinition], isWhole: Bool, _ node: DefinitionNode
  ) -> FigureDefinition? {
    if let problem = Self.problem(with: reference, among: sums) {
      if case .unknownName(.figure, _, _) = problem, !isWhole { return nil }
      node.report(problem)
      return nil
    }
    node.note(reference.assignments, of: reference.figure)
    return sums.first { $0.id == reference.figure }
  }

  /// Shares are taken over keys whose values stand beside each other, not above each other.
  private func check(_ share: FigureShare, of part: FigureDefinition, _ node: DefinitionNode) {
    if share.over.isEmpty { node.report(.missingKey("over")) }
    for key in share.over {
      if !keys.contains(key) {
        node.report(.unknownName(kind: .key, name: key, suggestion: nearest(to: key, among: keys)))
      } else if part.rows?.prefixes[key] != nil {
        node.report(
          .other(
            "“\(key)”分级（prefixes），不能作 over", english: "'\(key)' has levels (prefixes) and can't be in 'over'")
        )
      }
    }
  }
}
