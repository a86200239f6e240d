import Definitions
import Figures

/// A balance: a total and the parts that must add up to it, group by group. Exact figures must agree to the fen;
/// printed ones within their rounding.
public struct Balance: Hashable, Sendable {
  /// What a side without rows in a group counts as.
  public enum Missing: String, Hashable, Sendable, CaseIterable {
    case zero
    /// Nothing can be said about the group.
    case unknown
    case error
  }

  public var head: CheckHead
  public var by: [String]
  public var total: BalanceSide
  public var parts: [BalanceSide]
  public var missing: Missing
  /// The register to correct, where no side's row can be named.
  public var register: String?
  /// 元, 万元 (both stored in fen), or the name of what is counted.
  public var unit: String?
  /// The column with the figures that printed numbers claim to be.
  public var claim: String?
  public var message: MessageTemplate?

  init?(_ node: DefinitionNode) {
    let own = ["by", "total", "parts", "missing", "unit", "claim", "register"]
    guard let map = node.mapping(CheckHead.keys + own), let head = CheckHead(map) else { return nil }
    let unit = map.text("unit") ?? "元"
    guard let total = map.required("total").flatMap({ BalanceSide($0, ofBalance: unit) }) else { return nil }
    self.head = head
    self.total = total
    self.unit = unit
    parts = map.required("parts")?.list?.compactMap { BalanceSide($0, ofBalance: unit) } ?? []
    by = map.texts("by")
    missing = map.choice("missing", default: .zero)
    (claim, register) = (map.text("claim"), map.text("register"))
    message = map["message"].flatMap(MessageTemplate.init)
  }

  public var sides: [BalanceSide] { [total] + parts }

  /// Whether any figure was rounded before it came here, so that each one must be looked at by itself.
  public var isRounded: Bool { sides.contains { $0.decimals != nil } }
}

extension Balance {
  /// Every SELECT that the balance makes on one side, for the check of the folder.
  public func queries(of side: BalanceSide) -> [String] {
    if isRounded { return [side.figuresSQL(by: by, claim: claim, hasPlaces: false)] }
    let nothing = [by.map { _ in Value.null }]
    return [
      BalanceSide.sumsSQL([side], by: by, hasPlaces: false),
      side.cellsSQL(by: by, of: nothing, hasPlaces: false), side.cellsSQL(by: by, of: [0], hasPlaces: false),
    ]
  }
}
