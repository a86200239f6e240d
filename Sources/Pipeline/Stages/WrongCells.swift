import Figures

/// The cells in which something wrong was read: what else is found about them has been said.
struct WrongCells {
  private var titles: [SourceLocation: [String]] = [:]
  /// Rows that are wrong as a whole: too few cells, a total.
  private var rows: Set<SourceLocation> = []

  init(_ findings: [Finding]) {
    for finding in findings where finding.severity == .error && finding.location.row != nil {
      guard let title = finding.location.column else {
        rows.insert(finding.location)
        continue
      }
      titles[Self.row(of: finding.location), default: []].append(title)
    }
  }

  func contains(_ location: SourceLocation) -> Bool {
    guard let column = location.column, location.row != nil else { return false }
    return titles[Self.row(of: location), default: []].contains { Self.is($0, column) }
  }

  /// Whether one of these cells of a row is wrong.
  func contains(_ row: SourceLocation, among columns: [String]) -> Bool {
    columns.contains { contains(SourceLocation(file: row.file, row: row.row, column: $0)) }
  }

  /// How many rows of a file have a wrong cell in one of the columns.
  func rows(of file: String, columns: [String]) -> Int {
    let cells = titles.filter { row, titles in
      row.file == file && columns.contains { column in titles.contains { Self.is($0, column) } }
    }
    return rows.filter { $0.file == file }.union(cells.keys).count
  }

  /// Findings show a column's title as it stands in the file, maybe with its unit: 预留比例(%).
  private static func `is`(_ title: String, _ column: String) -> Bool {
    title == column || ["(", "（"].contains { title.hasPrefix(column + $0) }
  }

  private static func row(of location: SourceLocation) -> SourceLocation {
    SourceLocation(file: location.file, row: location.row)
  }
}
