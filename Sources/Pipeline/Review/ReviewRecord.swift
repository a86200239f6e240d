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
  /// Of all publications: the digest of the record, by id.
  private(set) var publications: [String: String] = [:]
  /// The line about each run.
  private(set) var runs: [String: LedgerLine] = [:]
  private(set) var latestRun: String?
  /// Paths in the period's folder of older runs and publications that a repair has given up.
  private(set) var lost: Set<String> = []
  /// The last run that became current. Lines of older versions do not say so.
  private(set) var currentRun: String?
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
    if line.fact("outcome") != nil { add(run: line) }
    if let path = line.fact("lost") { lost.insert(path) }
    if let id = line.fact("publication") {
      publication = Publication(id: id, sha256: line["record"])
      publications[id] = line["record"]
      if line.kind == Repair.kind { takeBack(allBut: line) }
    }
    if line.units.isEmpty { return }
    for unit in line.units {
      if let act = ReviewAct(line, digest: unit.value) { units[unit.key, default: UnitRecord()].add(act) }
    }
  }

  private mutating func add(run line: LedgerLine) {
    let run = line["run"]
    (runs[run], latestRun) = (line, run)
    if line.fact("current") != nil { currentRun = run }
  }

  /// A publication that was recorded anew from the disk is all that is public.
  private mutating func takeBack(allBut line: LedgerLine) {
    let kept = Set(line.units.map(\.key))
    for code in units.keys where !kept.contains(code) { units[code]?.forgetPublication() }
  }
}
