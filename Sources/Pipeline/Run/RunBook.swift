import Figures

/// What a run gathers on its way: its record, what was loaded, and the figures' rounding residuals.
struct RunBook {
  var record: RunRecord
  var loaded = LoadedRegisters()
  var residuals: [RoundingResidual] = []
  /// Checks that could not be made yet: what they look at is wrong.
  var waiting = 0
  var headline: [(label: String, value: FigureValue)] = []
  /// What an earlier command had left to end.
  let finished: Finished

  init(_ run: Run, _ runFolder: RunFolder, finished: Finished) {
    self.finished = finished
    record = RunRecord(
      tool: "gongshi 0.1.0", pipeline: run.folder.definition.name, digest: run.folder.digest,
      period: "\(run.period)", run: runFolder.id, outcome: .running)
  }

  /// Writes what every run leaves – findings and rounding ledger –, the record, and switches the links.
  mutating func finish(
    _ runFolder: RunFolder, _ reports: RunReports, _ ledger: Ledger, isWhole: Bool
  ) throws -> RunResult {
    let findings = reports.findings
    let isDone = findings.errors == 0
    let isPublished = isDone && isWhole
    try reports.write(into: runFolder)
    record.outcome = isDone ? .done : .failed
    record.counts = Dictionary(
      findings.counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    for name in RunReports.files {
      record.outputs.append(
        .init(path: name, sha256: try Digest.file(runFolder.file(name)), audience: .internal))
    }
    record.outputs.sort { $0.path < $1.path }
    try record.write(to: runFolder.file(RunFolder.unsettledRecord))
    try runFolder.sync()
    try runFolder.prepareLinks(published: isPublished)
    try ledger.append("run", facts(of: record, runFolder, isPublished: isPublished))
    // From here on the run holds: what fails now is finished by the next command.
    do throws(RunError) {
      try runFolder.settle(published: isPublished)
    } catch {
      throw RunError.unsettled(run: record.run, root: runFolder.root, cause: error.cause)
    }
    return RunResult(
      record: record, isPublished: isPublished, isWhole: isWhole, folder: runFolder, findings: findings,
      residuals: residuals, movedShares: reports.movedShares.count, waiting: waiting, headline: headline,
      finished: finished)
  }
}

/// What the ledger says of a run; the record's digest stands for all of its inputs and outputs. What is to be
/// reviewed has its own, since every review starts from it; and whether it became current, so that a switch that was
/// stopped can be ended.
private func facts(of record: RunRecord, _ runFolder: RunFolder, isPublished: Bool) throws -> [String: String]
{
  var facts = [
    "pipeline": record.pipeline, "period": record.period, "run": record.run,
    "outcome": record.outcome.rawValue, "record": try Digest.file(runFolder.file(RunFolder.unsettledRecord)),
  ]
  if isPublished { facts["current"] = "yes" }
  facts["review"] = record.outputs.first { $0.path == ReviewSheet.file }?.sha256
  return facts
}

/// The registers that a run loaded, and the files that their rows came from.
struct LoadedRegisters {
  var files = SourceFiles()
  /// Registers that were found in the folder of the year before, be it without rows.
  var before: Set<String> = []
  /// Whether the year before is there: a folder without registers says nothing.
  var hasBefore: Bool { !before.isEmpty }
  /// Optional registers that this period does not have.
  var absent: Set<String> = []
  /// Registers with an error in their file or cells: nothing that is summed over them can be judged.
  var faulty: Set<String> = []
  /// Columns that a register's file lacks, or has twice: nothing is known of them.
  var lacking: [String: Set<String>] = [:]
  /// Registers that could not be read at all.
  var unread: Set<String> = []
  /// The digests of files that registers name (附件), by path.
  var namedFiles: [String: String] = [:]
  /// Whether some model could not be made from the data; what reads it can't be checked.
  var lacksModels = false
}
