import Figures

extension BalanceSide {
  /// The sums of sides of one table by the keys: the keys, then of each side `_value0`, `_n0` (how many have a value),
  /// `_rows0` when rows are counted, and with places the `_file0` and `_row0` of the row, when just one has a value.
  ///
  /// In halves, `_high0` is the sum of the upper halves of the numbers and `_value0` that of the lower ones: neither
  /// leaves 64 bits.
  static func sumsSQL(
    _ sides: [BalanceSide], by keys: [String], hasPlaces: Bool, countsRows: Bool = false,
    inHalves: Bool = false
  ) -> String {
    let sums = sides.enumerated().flatMap { index, side in
      let filter = side.filter.map { " FILTER (WHERE \($0))" } ?? ""
      let hasValue = (side.filter.map { "(\($0)) AND " } ?? "") + "\(side.value) IS NOT NULL"
      let (value, weight) = ("(\(side.value))", side.weightExpression)
      let halves = [
        "SUM((\(value) >> 32) * \(weight))\(filter) AS _high\(index)",
        "SUM((\(value) & 4294967295) * \(weight))\(filter) AS _value\(index)",
      ]
      var columns = inHalves ? halves : ["SUM(\(side.weighted))\(filter) AS _value\(index)"]
      columns.append("COUNT(\(side.value))\(filter) AS _n\(index)")
      if countsRows { columns.append("COUNT(*)\(filter) AS _rows\(index)") }
      if hasPlaces {
        columns += ["_file", "_row"].map { "MIN(\($0)) FILTER (WHERE \(hasValue)) AS \($0)\(index)" }
      }
      return columns
    }
    let list = keys.joined(separator: ", ")
    return "SELECT \((keys + sums).joined(separator: ", ")) FROM \(sides[0].from)"
      + (keys.isEmpty ? "" : " GROUP BY \(list) ORDER BY \(list)")
  }

  /// The single figures with their labels: those that were rounded one by one, and those that a finding names.
  func figuresSQL(
    by keys: [String], claim: String? = nil, direction: String? = nil, hasPlaces: Bool,
    where condition: String? = nil
  ) -> String {
    var columns = keys + ["\(value) AS _value", "\(label ?? literalTitle) AS _label"]
    columns.append("\(weightExpression) AS _weight")
    if case .column(let name)? = decimals { columns.append("\(name) AS _decimals") }
    if case .column(let name)? = exact { columns.append("\(name) AS _exact") }
    if let unit { columns.append("\(unit) AS _unit") }
    if let direction { columns.append("\(direction) AS _direction") }
    if let claim { columns.append("\(claim) AS _claim") }
    if hasPlaces { columns += ["_file", "_row"] }
    let conditions = [filter, condition].compactMap { $0.map { "(\($0))" } }
    return "SELECT \(columns.joined(separator: ", ")) FROM \(from)"
      + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
  }

  /// The single figures behind exact sums, of some groups: each a list of its keys' values.
  func cellsSQL(by keys: [String], of groups: [[Value]], hasPlaces: Bool) -> String {
    let names = keys.map { "IFNULL(\($0), '')" }.joined(separator: ", ")
    let values = groups.map { "(" + $0.map(\.literal).joined(separator: ", ") + ")" }.joined(separator: ", ")
    let isAmong = keys.isEmpty ? "" : " AND (\(names)) IN (VALUES \(values))"
    return figuresSQL(by: keys, hasPlaces: hasPlaces, where: "\(value) IS NOT NULL" + isAmong)
  }

  /// The single figures that count as much as one of `sizes`, in any group.
  func cellsSQL(by keys: [String], of sizes: [Int64], hasPlaces: Bool) -> String {
    let list = sizes.map(String.init).joined(separator: ", ")
    return figuresSQL(by: keys, hasPlaces: hasPlaces, where: "\(weighted) IN (\(list))")
      + " LIMIT \(HintSearch.most)"
  }

  /// A weight that is not given is 1.
  private var weightExpression: String {
    switch weight {
    case .fixed(let weight): "\(weight)"
    case .column(let name): "COALESCE(\(name), 1)"
    }
  }

  private var weighted: String { weight == .fixed(1) ? value : "\(value) * \(weightExpression)" }
  private var literalTitle: String { "'" + title.replacing("'", with: "''") + "'" }
}

extension Value {
  /// In SQL, nothing as the empty text.
  fileprivate var literal: String {
    switch self {
    case .null: "''"
    case .integer(let number): String(number)
    case .text(let text): "'" + text.replacing("'", with: "''") + "'"
    }
  }
}
