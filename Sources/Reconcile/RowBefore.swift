import Figures

/// Where a missing row belongs: in the rule's register, after the last row that has the same values in the columns of
/// `after`, in as many of them as there is a row for, from the first on. The year (`_year`) is always the same.
public struct RowBefore: Sendable {
  private struct Place: Sendable {
    var file: Value
    var row: Int
  }

  private var places: [[Value]: Place] = [:]
  private let columns: [String]

  public init(_ rule: Rule, _ context: CheckContext) throws {
    columns = rule.after
    guard let sql = rule.lastRowsSQL else { return }
    for row in try context.query(sql) {
      guard let number = row["_row"]?.rowNumber else { continue }
      let (values, place) = (self.values(of: row), Place(file: row["_file"] ?? .null, row: number))
      for length in 0...values.count { places[Array(values.prefix(length))] = place }
    }
  }

  /// nil when the register has no row.
  func place(for row: ResultRow) -> (file: Value, row: Int)? {
    let values = values(of: row)
    let least = columns.first == "_year" ? 1 : 0
    let lengths = stride(from: values.count, through: least, by: -1)
    return lengths.lazy.compactMap { places[Array(values.prefix($0))] }.first.map { ($0.file, $0.row) }
  }

  private func values(of row: ResultRow) -> [Value] { columns.map { row[$0] ?? .null } }
}

extension Rule {
  /// The last row of the register for each of the values of `after`, in the order of the file.
  public var lastRowsSQL: String? {
    guard let register, !after.isEmpty else { return nil }
    let names = after.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      SELECT \(names), _file, MAX(_row) AS _row FROM "\(register)" GROUP BY \(names), _file ORDER BY _file, MAX(_row)
      """
  }
}
