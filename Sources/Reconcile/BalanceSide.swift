import Definitions
import Figures

/// One side of a balance: a column of a register or model, summed by the balance's keys.
public struct BalanceSide: Hashable, Sendable {
  /// How many decimals a figure was printed with; nil at the side means that its figures are exact.
  public enum Decimals: Hashable, Sendable {
    case fixed(Int)
    case column(String)
  }
  public enum Weight: Hashable, Sendable {
    case fixed(Int64)
    case column(String)
  }

  public enum Exactness: Hashable, Sendable {
    case fixed(Bool)
    case column(String)
  }

  public var title: String
  public var from: String
  public var value: String
  /// The decimals of the stored integers: 2 for fen, 0 for counts.
  public var scale: Int
  public var decimals: Decimals?
  /// Whether its figures were never rounded, whatever their decimals. nil: those are exact that count something (人, 辆)
  /// without decimals.
  public var exact: Exactness?
  public var weight: Weight
  /// The column with the unit of printed figures; without it the balance's own unit holds.
  public var unit: String?
  /// The column that names a part.
  public var label: String?
  public var filter: String?
  /// The column's title in the register, for findings.
  public var column: String?
  public var line: Int

  /// `ofBalance`: the balance's unit.
  init?(_ node: DefinitionNode, ofBalance balanceUnit: String?) {
    guard
      let map = node.mapping(
        "title", "from", "value", "scale", "decimals", "exact", "unit", "weight", "label", "where", "column"),
      let from = map.requiredText("from"), let value = map.requiredText("value")
    else { return nil }
    (self.from, self.value) = (from, value)
    title = map.text("title") ?? from
    scale = map.integer("scale", in: 0...15) ?? (QuantityText.units.contains(balanceUnit ?? "") ? 2 : 0)
    decimals = map.text("decimals").map { Int($0).map(Decimals.fixed) ?? .column($0) }
    exact = map["exact"].flatMap { exact in
      if exact.isPlain, let text = exact.text, text == "true" || text == "false" {
        return .fixed(text == "true")
      }
      return exact.text.map(Exactness.column)
    }
    weight = map.text("weight").map { Int64($0).map(Weight.fixed) ?? .column($0) } ?? .fixed(1)
    unit = map.text("unit")
    (label, filter, column) = (map.text("label"), map.text("where"), map.text("column"))
    line = node.line
  }
}
