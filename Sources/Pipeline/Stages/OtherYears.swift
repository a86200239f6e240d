import Compute
import Figures
import Ingest
import Store

/// Rows of a register with a year of its own (年度) that no figure counts, since they are of neither this year nor the
/// one before: their amounts would be missing, and nobody would know.
struct OtherYears {
  private let run: Run
  private let loaded: LoadedRegisters

  init(_ run: Run, _ loaded: LoadedRegisters) { (self.run, self.loaded) = (run, loaded) }

  /// Each row once, however many figures leave it out.
  func check(_ reader: Reader) throws {
    var seen: Set<SourceLocation> = []
    for rows in run.folder.figures.compactMap(\.rows) {
      guard let register = run.folder.registers.first(where: { $0.name == rows.from }),
        !loaded.unread.contains(register.name),
        let sql = rows.otherYearsSQL(year: run.period.year, among: register.sqlColumns.map(\.name))
      else { continue }
      let wrong = WrongCells(run.findings.listed)
      try reader.forEachRow(sql) { row in
        let finding = finding(row, register)
        if seen.insert(finding.location).inserted, !wrong.contains(finding.location) {
          run.findings.report(finding)
        }
      }
    }
  }

  private func finding(_ row: ResultRow, _ register: Register) -> Finding {
    let column = register.fields.first { $0.column == "year" }?.name
    let place = SourceLocation(
      file: loaded.files.path(row["_file"]), row: row["_row"]?.rowNumber, column: column)
    let (year, found) = (run.period.year, row["year"]?.words)
    return Finding(
      .otherYear, at: place,
      facts: Facts(
        found: found, expected: "\(year)", arguments: ["before": "\(year - 1)"]))
  }
}
