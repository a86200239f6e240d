import Compute
import Emit
import Figures
import Foundation
import Ingest
import Reconcile
import Store

/// One run of a pipeline over one period: `ingest`, `reconcile`, `compute`, `emit`, into a run folder of its own.
///
/// Wrong data makes findings; an error among them stops the run before emit, and what was current stays as it was.
public struct Run: Sendable {
  let folder: PipelineFolder
  let period: Period
  /// The date of the documents, `YYYY-MM-DD`: never the clock.
  let asOf: CivilDay
  let last: Stage
  let workplace: Workplace
  /// Of the findings and the rounding ledger.
  let language: Wording.Language
  let findings = FindingLog()

  public init(
    _ folder: PipelineFolder, period text: String, asOf: String? = nil, through last: Stage = .emit,
    in workplace: Workplace, language: Wording.Language = .chinese
  ) throws(RunError) {
    let kinds = folder.definition.periods
    guard let period = Period(text, kinds: kinds) else {
      throw .period(text, expected: kinds.map(\.example).joined(separator: "、"))
    }
    guard let date = CivilDay(asOf, period: period) else {
      throw .usage(
        "日期“\(asOf ?? "")”写法不对，应如 2025-03-31。",
        english: "'\(asOf ?? "")' is no date; write it like 2025-03-31.")
    }
    (self.folder, self.period, self.asOf) = (folder, period, date)
    (self.last, self.workplace, self.language) = (last, workplace, language)
  }

  /// Runs the stages. Throws when the run can't go on; the lock is held throughout.
  public func perform(_ progress: (Stage) -> Void = { _ in }) throws(RunError) -> RunResult {
    let root = workplace.output(folder.definition.name, period)
    let input = workplace.input(folder.definition.name, period.folder)
    guard FileSystem.isFolder(input) else { throw .noInput(input) }
    try FileSystem.makeFolder(root)
    let lock = try RunLock(folder: root)
    defer { withExtendedLifetime(lock) {} }
    let known = try ReviewRecord(folder.definition.name, "\(period)", in: Ledger(output: workplace.output))
    let standing = PeriodStanding(root, known)
    try standing.prove()
    let finished = try standing.finish()
    let runFolder = try RunFolder(next: root, known: known.runs.keys)
    var book = RunBook(self, runFolder, finished: finished)
    try book.record.write(to: runFolder.file(RunFolder.record))
    do {
      return try stages(in: runFolder, &book, progress)
    } catch RunError.unsettled(let run, let root, let cause) {
      throw .unsettled(run: run, root: root, cause: cause)
    } catch {
      // The disk may be what failed: the record is written if it can be.
      runFolder.forgetLinks()
      book.record.outcome = .failed
      try? book.record.write(to: runFolder.file(RunFolder.record))
      throw RunError(error, in: runFolder.path)
    }
  }

  private func stages(
    in runFolder: RunFolder, _ book: inout RunBook, _ progress: (Stage) -> Void
  ) throws -> RunResult {
    let store = try Store(path: runFolder.file("store.sqlite"), timeLimit: folder.definition.queryTimeLimit)
    var figures: ReconcileStage.Figures?
    var tables: RunTables?
    var stage: Stage? = .ingest
    while let current = stage {
      progress(current)
      let start = ContinuousClock.now
      switch current {
      case .ingest: book.loaded = try IngestStage(self, store: store).perform(&book.record)
      case .reconcile:
        let stage = ReconcileStage(self, book.loaded, store: store)
        book.waiting = stage.passedOver
        figures = try stage.perform(readsFigures: last > .reconcile && findings.errors == 0)
      case .compute:
        tables = try ComputeStage(self, book.loaded, reader: try store.reader(), figures: figures)
          .perform(&book)
      case .emit:
        if let tables {
          try EmitStage(self, book.loaded, store: store, tables).perform(into: runFolder, &book)
        }
      }
      book.record.stages.append(.init(name: current.rawValue, seconds: start.duration(to: .now).seconds))
      stage = next(after: current, book)
    }
    if findings.errors > 0, last > .reconcile,
      !book.record.stages.contains(where: { $0.name == Stage.compute.rawValue })
    {
      book.waiting += folder.checks.claims.count + folder.checks.balances.count { $0.isRounded }
    }
    let titles = folder.checks.heads.map { (FindingCode(rawValue: $0.id), $0.title) }
    let reports = RunReports(
      findings: findings, residuals: book.residuals, movedShares: tables?.figures.movedShares ?? [],
      titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }), waiting: book.waiting,
      language: language)
    return try book.finish(
      runFolder, reports, Ledger(output: workplace.output), isWhole: last == .emit)
  }

  /// The stage after one: none when it was the last that is wanted. Wrong cells do not stop the checks of rows, so
  /// that as much as can be said is said in one run; nothing is computed from wrong data.
  private func next(after stage: Stage, _ book: RunBook) -> Stage? {
    guard stage < last, let next = Stage.allCases.first(where: { $0 > stage }) else { return nil }
    return findings.errors > 0 && next > .reconcile ? nil : next
  }
}

extension Duration {
  var seconds: Double {
    let (seconds, attoseconds) = components
    return (Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()) / 1000
  }
}
