import Figures

extension FigureRows {
  /// The columns of the year in registers and models; a table with neither knows no period before.
  public static let yearColumns = ["year", "_year"]

  /// The column of the year in this figure's table.
  public func yearColumn(among columns: [String]) -> String? {
    Self.yearColumns.first(where: columns.contains)
  }

  /// The sums by all keys and the year: columns `k0`, `k1` …, `year`, `v0`.
  ///
  /// A value is NULL where every summed cell is: no value, which is not zero.
  public func sumsSQL(yearColumn: String?) -> String { Self.sumsSQL([self], yearColumn: yearColumn) }

  /// The sums of figures of one table, condition and set of keys: `v0`, `v1` …
  static func sumsSQL(_ figures: [FigureRows], yearColumn: String?) -> String {
    let first = figures[0]
    let names = first.keys.enumerated().map { "\(first.name($1)) AS k\($0)" }
    let year = yearColumn.map { "\(first.name($0)) AS year" } ?? "NULL AS year"
    let values = figures.enumerated().map { index, figure in
      (figure.sum.map { "SUM(\(first.name($0)))" } ?? "COUNT(*)") + " AS v\(index)"
    }
    let groups = first.keys.map(first.name) + (yearColumn.map { [first.name($0)] } ?? [])
    return "SELECT \((names + [year] + values).joined(separator: ", ")) FROM \(first.name(first.from))"
      + first.condition([]) + (groups.isEmpty ? "" : " GROUP BY \(groups.joined(separator: ", "))")
  }

  /// The rows of a register's file of `year` that say themselves that they are of neither that year nor the one before,
  /// which no figure counts: `_file`, `_row`, `year`. nil for a register that leaves the year to its folder.
  public func otherYearsSQL(year: Int, among columns: [String]) -> String? {
    guard let own = Self.yearColumns.first, columns.contains(own) else { return nil }
    let isOther = "(\(name(own)) IS NULL OR CAST(\(name(own)) AS TEXT) NOT IN ('\(year)', '\(year - 1)'))"
    return "SELECT _file, _row, \(name(own)) AS year FROM \(name(from))"
      + condition(["_year = \(year)", isOther]) + " ORDER BY _file, _row"
  }

  /// The rows whose sum a figure at these keys is.
  public func rowsSQL(at keys: [(key: String, values: [String?])], year: (column: String, value: Int64)?)
    -> String
  {
    var conditions = keys.map { condition(on: $0.key, values: $0.values) }
    if let year { conditions.append("\(name(year.column)) = \(year.value)") }
    return "SELECT * FROM \(name(from))" + condition(conditions)
  }

  private func condition(on key: String, values: [String?]) -> String {
    let alternatives = values.map { value in
      guard let value else { return "\(name(key)) IS NULL" }
      let isPrefix = prefixes[key]?.contains(value.count) ?? false
      let side = isPrefix ? "SUBSTR(\(name(key)), 1, \(value.count))" : "CAST(\(name(key)) AS TEXT)"
      return "\(side) = \(text(value))"
    }
    return "(" + alternatives.joined(separator: " OR ") + ")"
  }

  private func condition(_ further: [String]) -> String {
    let all = (filter.map { ["(\($0))"] } ?? []) + further
    return all.isEmpty ? "" : " WHERE \(all.joined(separator: " AND "))"
  }

  private func name(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
  private func text(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
