import Definitions

/// A run cannot go on. Wrong data never comes here: it is a finding.
public enum RunError: Error, Sendable {
  /// The pipeline's folder is wrong; every mistake is listed.
  case definition([DefinitionError])
  /// There is no such pipeline; the nearest name, if one is near.
  case unknownPipeline(String, suggestion: String?)
  /// The period is not written as the pipeline's kind of period asks.
  case period(String, expected: String)
  /// Anything else about how the command was called: Chinese, then English.
  case usage(String, english: String)
  /// There is no input folder for the period.
  case noInput(String)
  /// A file or the disk: the path as the user gave it, and why.
  case storage(path: String, reason: String)
  /// Another run of the same pipeline and period is going on.
  case locked(path: String)
  /// There is no result of the period that could be reviewed.
  case noRun(pipeline: String, period: String)
  /// The period's result has no review steps.
  case noReview(pipeline: String, run: String)
  /// What was asked of the reviews cannot be done: every reason is listed, and nothing was recorded.
  case refused([Refusal])
  /// A line of the ledger, from 1, is not what was written.
  case ledger(path: String, line: Int, LedgerFault)
  /// The disk shows what the ledger lacks, or links that are none: nothing is built on that.
  case unsound([RecordFault], pipeline: String, period: String)
  /// The run is in the ledger, but its last moves failed; the next command ends them. `root` is the period's folder.
  case unsettled(run: String, root: String, cause: String)
  /// The publication is in the ledger, but its last moves failed.
  case unsettledPublication(String, root: String, cause: String)
  /// A defect of a model, check or template that only data could show: what, and where.
  case pipeline(String)
}

extension RunError {
  /// What failed, for a sentence of another error.
  var cause: String {
    if case .storage(let path, let reason) = self { "\(path)：\(reason)" } else { "\(self)" }
  }
}
