/// What the ledger says of a pipeline's period: every unit's reviews, and the last publication. Made in one pass.
struct ReviewRecord {
  /// What was put into `published` last.
  struct Publication {
    var id: String
    /// Of its record.
    var sha256: String
  }

  let pipeline: String
  let period: String
  private(set) var units: [String: UnitRecord] = [:]
  private(set) var publication: Publication?
  /// The last line about each run: ids begin anew when the output folder was removed.
  private(set) var runs: [String: LedgerLine] = [:]
  private(set) var end = LedgerEnd()

  init(_ pipeline: String, _ period: String) { (self.pipeline, self.period) = (pipeline, period) }

  init(_ pipeline: String, _ period: String, in ledger: Ledger) throws(RunError) {
    var record = ReviewRecord(pipeline, period)
    record.end = try ledger.forEachLine { record.add($0) }
    self = record
  }

  /// The record with what was added to the ledger since.
  func continued(in ledger: HeldLedger) throws(RunError) -> ReviewRecord {
    var record = self
    record.end = try ledger.forEachLine(after: end) { record.add($0) }
    return record
  }

  func unit(_ code: String) -> UnitRecord { units[code] ?? UnitRecord() }

  mutating func add(_ line: LedgerLine) {
    guard line["pipeline"] == pipeline, line["period"] == period else { return }
    if line.kind == "run" { runs[line["run"]] = line }
    if let id = line.fact("publication") { publication = Publication(id: id, sha256: line["record"]) }
    if line.units.isEmpty { return }
    for unit in line.units {
      if let act = ReviewAct(line, digest: unit.value) { units[unit.key, default: UnitRecord()].add(act) }
    }
  }
}
