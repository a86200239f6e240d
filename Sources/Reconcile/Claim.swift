import Definitions
import Figures

/// Printed figures that claim to be computed ones: each must be that figure, rounded to its decimals.
public struct Claim: Hashable, Sendable {
  public var head: CheckHead
  public var from: String
  public var value: String
  public var scale: Int
  public var decimals: String
  public var unit: String
  public var claim: String
  public var label: String?
  /// The title of the printed value's column in the register.
  public var column: String?
  public var message: MessageTemplate?

  init?(_ node: DefinitionNode) {
    let own = ["from", "value", "scale", "decimals", "unit", "claim", "label", "column"]
    guard let map = node.mapping(CheckHead.keys + own), let head = CheckHead(map),
      let from = map.requiredText("from"), let value = map.requiredText("value"),
      let decimals = map.requiredText("decimals"), let unit = map.requiredText("unit"),
      let claim = map.requiredText("claim"), let scale = map.required("scale")?.integer(in: 0...15)
    else { return nil }
    (self.head, self.from, self.value, self.scale) = (head, from, value, scale)
    (self.decimals, self.unit, self.claim) = (decimals, unit, claim)
    message = map["message"].flatMap(MessageTemplate.init)
    (label, column) = (map.text("label"), map.text("column"))
  }

  public var sql: String { "SELECT * FROM \(from) WHERE \(claim) IS NOT NULL" }
  public var neededColumns: [String] {
    [value, decimals, unit, claim] + [label].compactMap { $0 } + (message?.columns ?? [])
  }
}
