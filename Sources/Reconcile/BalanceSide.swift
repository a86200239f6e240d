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

  public var title: String
  public var from: String
  public var value: String
  /// The decimals of the stored integers: 2 for fen, 0 for counts.
  public var scale: Int
  public var decimals: Decimals?
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
        "title", "from", "value", "scale", "decimals", "unit", "weight", "label", "where", "column"),
      let from = map.requiredText("from"), let value = map.requiredText("value")
    else { return nil }
    (self.from, self.value) = (from, value)
    title = map.text("title") ?? from
    scale = map.integer("scale", in: 0...15) ?? (QuantityText.units.contains(balanceUnit ?? "") ? 2 : 0)
    decimals = map.text("decimals").map { Int($0).map(Decimals.fixed) ?? .column($0) }
    weight = map.text("weight").map { Int64($0).map(Weight.fixed) ?? .column($0) } ?? .fixed(1)
    unit = map.text("unit")
    (label, filter, column) = (map.text("label"), map.text("where"), map.text("column"))
    line = node.line
  }

  /// The sums of sides of one table by the keys: the keys, then of each side `_value0`, `_n0`, and with places the
  /// `_file0` and `_row0` of the row, when just one has a value.
  static func sumsSQL(_ sides: [BalanceSide], by keys: [String], hasPlaces: Bool) -> String {
    let sums = sides.enumerated().flatMap { index, side in
      let filter = side.filter.map { " FILTER (WHERE \($0))" } ?? ""
      let hasValue = (side.filter.map { "(\($0)) AND " } ?? "") + "\(side.value) IS NOT NULL"
      let places = ["_file", "_row"].map { "MIN(\($0)) FILTER (WHERE \(hasValue)) AS \($0)\(index)" }
      return [
        "SUM(\(side.weighted))\(filter) AS _value\(index)", "COUNT(\(side.value))\(filter) AS _n\(index)",
      ] + (hasPlaces ? places : [])
    }
    let list = keys.joined(separator: ", ")
    return "SELECT \((keys + sums).joined(separator: ", ")) FROM \(sides[0].from)"
      + (keys.isEmpty ? "" : " GROUP BY \(list) ORDER BY \(list)")
  }

  /// The single figures with their labels: for hints, and for figures that were rounded one by one.
  func figuresSQL(by keys: [String], claim: String?, hasPlaces: Bool) -> String {
    var columns = keys + ["\(value) AS _value", "\(label ?? literalTitle) AS _label"]
    columns.append("\(weightExpression) AS _weight")
    if case .column(let name)? = decimals { columns.append("\(name) AS _decimals") }
    if let unit { columns.append("\(unit) AS _unit") }
    if let claim { columns.append("\(claim) AS _claim") }
    if hasPlaces { columns += ["_file", "_row"] }
    return "SELECT \(columns.joined(separator: ", ")) FROM \(from)\(condition)"
  }

  /// The sums by the keys and the label.
  func labelledSQL(by keys: [String]) -> String {
    let columns = keys + ["\(label ?? literalTitle)"]
    let names = columns.indices.map { "\($0 + 1)" }.joined(separator: ", ")
    return "SELECT \((keys + ["\(label ?? literalTitle) AS _label"]).joined(separator: ", ")), "
      + "SUM(\(weighted)) AS _value FROM \(from)\(condition) GROUP BY \(names) ORDER BY \(names)"
  }

  private var weightExpression: String {
    switch weight {
    case .fixed(let weight): "\(weight)"
    case .column(let name): name
    }
  }

  private var weighted: String { weight == .fixed(1) ? value : "\(value) * \(weightExpression)" }
  private var condition: String { filter.map { " WHERE \($0)" } ?? "" }
  private var literalTitle: String { "'" + title.replacing("'", with: "''") + "'" }
}
