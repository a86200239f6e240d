import Figures
import Store

/// The values that the folder's files give to keys and columns, and of which only the data can say whether there are
/// such: one that no row of either year has is a warning with the nearest that there is. It may be misspelt; a year
/// that honestly has no such row is published.
struct GivenValues {
  private static let mostValues = 5_000

  private let run: Run
  private let loaded: LoadedRegisters

  init(_ run: Run, _ loaded: LoadedRegisters) { (self.run, self.loaded) = (run, loaded) }

  func check(_ reader: Reader) throws {
    var seen: Set<SourceLocation> = []
    for value in run.folder.openValues where isReadable(value) {
      let there = try values(of: value, reader, "AND \(Self.condition(value))", limit: 1)
      if !there.isEmpty { continue }
      let known = try values(of: value, reader, "", limit: Self.mostValues)
      // A table without any rows says nothing about how its values are written.
      if known.isEmpty { continue }
      let given = value.given
      let place = SourceLocation(file: given.file, row: given.line, column: given.value)
      guard seen.insert(place).inserted else { continue }
      var arguments = ["key": given.key]
      arguments["nearest"] = nearestValue(to: given.value, among: known)
      run.findings.report(
        Finding(
          .valueUnknown, severity: .warning, at: SourceLocation(file: given.file, row: given.line),
          facts: Facts(found: given.value, arguments: arguments)))
    }
  }

  /// What wrong cells hide is not missing.
  private func isReadable(_ value: OpenValue) -> Bool {
    let registers = run.folder.sources[value.table, default: []]
    return registers.isDisjoint(with: loaded.unread) && registers.isDisjoint(with: loaded.faulty)
  }

  private func values(
    of value: OpenValue, _ reader: Reader, _ condition: String, limit: Int
  ) throws -> [String] {
    let column = quoted(value.column)
    let sql =
      "SELECT DISTINCT CAST(\(column) AS TEXT) AS value FROM \(quoted(value.table)) "
      + "WHERE \(column) IS NOT NULL \(condition) ORDER BY 1 LIMIT \(limit)"
    return try reader.rows(sql).compactMap { $0["value"]?.words }
  }

  private static func condition(_ value: OpenValue) -> String {
    let column = "CAST(\(quoted(value.column)) AS TEXT)"
    let side = value.isPrefix ? "SUBSTR(\(column), 1, \(value.given.value.count))" : column
    return "\(side) = \(literal(value.given.value))"
  }
}
