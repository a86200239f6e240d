import Definitions
import Foundation

/// Where a period's result is reviewed, published and taken back.
///
/// What is reviewed is the run that `current` points at; what was done so far stands in the ledger, which every call
/// proves before it relies on it.
public struct ReviewDesk: Sendable {
  public let pipeline: String
  public let period: String
  /// The pipeline's and period's folder: `current`, `published`, `publications`.
  public let root: String
  /// The run under review.
  public let run: String
  let ledger: Ledger
  let sheet: ReviewSheet
  /// What the ledger said when the desk was opened.
  let opening: ReviewRecord
  /// What another command had left to end, and this one ended.
  var finished = Finished()
  private let codes: [String: Int]

  public init(_ pipeline: String, period: String, in workplace: Workplace) throws(RunError) {
    guard workplace.names.contains(pipeline) else {
      throw .unknownPipeline(pipeline, suggestion: nearest(to: pipeline, among: workplace.names))
    }
    guard Period(period, kind: .year) != nil || Period(period, kind: .month) != nil else {
      throw .period(period, expected: "2025、2025-06")
    }
    try self.init(
      pipeline, period: period, root: "\(workplace.output)/\(pipeline)/\(period)",
      ledger: Ledger(output: workplace.output))
  }

  init(_ pipeline: String, period: String, root: String, ledger: Ledger) throws(RunError) {
    (self.pipeline, self.period, self.root, self.ledger) = (pipeline, period, root, ledger)
    opening = try ReviewRecord(pipeline, period, in: ledger)
    let standing = PeriodStanding(root, opening)
    try standing.prove()
    guard let run = try standing.currentRun() else { throw .noRun(pipeline: pipeline, period: period) }
    self.run = run
    guard let digest = opening.runs[run]?.fact("review") else {
      throw .noReview(pipeline: pipeline, run: run)
    }
    sheet = try ReviewSheet(path: "\(root)/runs/\(run)/\(ReviewSheet.file)", sha256: digest)
    let places = sheet.units.enumerated().map { ($1.unit, $0) }
    codes = Dictionary(places, uniquingKeysWith: { first, _ in first })
  }

  func unit(_ code: String) -> ReviewSheet.Unit? { codes[code].map { sheet.units[$0] } }

  /// The units that were asked for, each once; unknown ones are refused.
  func units(_ wanted: [String], known: (String) -> Bool) throws(RunError) -> [String] {
    var seen: Set<String> = []
    let wanted = wanted.filter { seen.insert($0).inserted }
    let unknown = wanted.filter { !known($0) }
    if unknown.isEmpty { return wanted }
    throw .refused(unknown.map { .unknownUnit($0, suggestion: suggestion(for: $0)) })
  }

  /// By its name, which people know better than the code, or the nearest code.
  private func suggestion(for name: String) -> String? {
    sheet.units.first { $0.title == name }?.unit ?? nearest(to: name, among: sheet.units.lazy.map(\.unit))
  }

  func state(of unit: ReviewSheet.Unit, _ record: ReviewRecord) -> ReviewState {
    record.unit(unit.unit).state(of: unit.digest, steps: sheet.steps)
  }
}
