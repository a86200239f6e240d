import Definitions
import Figures

/// A printed percentage, and the printed figures that it must be worked out from: a share of a whole, or a growth.
public struct Ratio: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case share, growth, growthOfChange }

  public var head: CheckHead
  public var by: [String]
  public var kind: Kind
  public var percent: BalanceSide
  /// Part and whole, now and before, or change and now.
  public var first: BalanceSide
  public var second: BalanceSide
  /// The column of the percentage's table that says 增长 or 下降, where the percentage is printed without a sign.
  public var direction: String?
  public var missing: Balance.Missing
  public var message: MessageTemplate?

  init?(_ node: DefinitionNode) {
    let own = ["by", "percent", "part", "whole", "now", "before", "change", "direction", "missing"]
    guard let map = node.mapping(CheckHead.keys + own), let head = CheckHead(map),
      let percent = map.required("percent").flatMap({ BalanceSide($0, ofBalance: nil) })
    else { return nil }
    let kinds: [([String], Kind)] = [
      (["part", "whole"], .share), (["now", "before"], .growth), (["change", "now"], .growthOfChange),
    ]
    let given = Set(["part", "whole", "now", "before", "change"].filter { map[$0] != nil })
    guard let (keys, kind) = kinds.first(where: { Set($0.0) == given }) else {
      node.report(
        .other(
          "要有 part 和 whole，或 now 和 before，或 now 和 change",
          english: "needs part and whole, or now and before, or now and change"))
      return nil
    }
    let sides = keys.compactMap { map[$0].flatMap { BalanceSide($0, ofBalance: nil) } }
    guard sides.count == 2 else { return nil }
    (self.head, self.kind, self.percent, first, second) = (head, kind, percent, sides[0], sides[1])
    by = map.texts("by")
    direction = map.text("direction")
    missing = map.choice("missing", default: .unknown)
    if missing == .zero {
      map["missing"]?.report(.unknownValue(key: "missing", value: "zero", allowed: ["unknown", "error"]))
    }
    message = map["message"].flatMap(MessageTemplate.init)
  }

  public var sides: [BalanceSide] { [percent, first, second] }

  /// The SELECT on one side.
  public func query(of side: BalanceSide, hasPlaces: Bool = false) -> String {
    side.figuresSQL(by: by, direction: side == percent ? direction : nil, hasPlaces: hasPlaces)
  }
}
