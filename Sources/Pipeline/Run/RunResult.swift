import Figures

/// What a run came to, for the one who started it.
public struct RunResult {
  public let record: RunRecord
  /// Whether it is what `current` points at now.
  public let isPublished: Bool
  /// Whether the run was to go through to the results, or only to check.
  public let isWhole: Bool
  /// The run's folder.
  public let path: String
  /// The pipeline's and period's folder, with `current` and `latest`.
  public let root: String
  /// Errors first, each in the order of the files' rows.
  public let findings: [Finding]
  public let errors: Int
  public let warnings: Int
  public let residuals: [RoundingResidual]
  /// Shares that were moved so that their tables add up; the rounding ledger lists them too.
  public let movedShares: Int
  /// Checks that could not be made yet: what they look at is wrong, or the run was stopped before them.
  public let waiting: Int
  public let headline: [(label: String, value: FigureValue)]
  /// What an earlier command had left to end.
  public let finished: Finished

  /// Whether no error stopped it.
  public var isDone: Bool { errors == 0 }
  public var rows: Int { record.inputs.reduce(0) { $0 + $1.rows } }

  init(
    record: RunRecord, isPublished: Bool, isWhole: Bool, folder: RunFolder, findings log: FindingLog,
    residuals: [RoundingResidual], movedShares: Int, waiting: Int,
    headline: [(label: String, value: FigureValue)],
    finished: Finished
  ) {
    (self.record, self.isPublished, self.isWhole) = (record, isPublished, isWhole)
    (path, root) = (folder.path, folder.root)
    let listed = log.listed
    findings = listed.filter { $0.severity == .error } + listed.filter { $0.severity == .warning }
    errors = log.errors
    warnings = log.total - log.errors
    (self.residuals, self.movedShares, self.headline) = (residuals, movedShares, headline)
    (self.waiting, self.finished) = (waiting, finished)
  }
}
