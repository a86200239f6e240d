import Definitions
import Figures

/// A pipeline's checks.yaml.
public struct Checks: Sendable {
  public var rules: [Rule] = []
  public var balances: [Balance] = []
  public var ratios: [Ratio] = []
  public var claims: [Claim] = []

  public init() {}

  public init(_ node: DefinitionNode) {
    guard let map = node.mapping("rules", "balances", "ratios", "claims") else { return }
    rules = map.list("rules").compactMap(Rule.init)
    balances = map.list("balances").compactMap(Balance.init)
    ratios = map.list("ratios").compactMap(Ratio.init)
    claims = map.list("claims").compactMap(Claim.init)
    var seen: Set<String> = []
    for head in heads where !seen.insert(head.id).inserted {
      node.problems.report(.duplicateName(kind: .check, name: head.id), file: head.file, line: head.line)
    }
  }

  public var heads: [CheckHead] {
    rules.map(\.head) + balances.map(\.head) + ratios.map(\.head) + claims.map(\.head)
  }
}
