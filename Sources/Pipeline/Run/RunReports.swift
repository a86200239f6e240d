import Emit
import Figures
import Foundation

/// What every run leaves, whatever became of it: the findings for machines and for people, and the rounding ledger.
struct RunReports {
  static let files = ["findings.csv", "findings.xlsx", "rounding.csv"]

  let findings: FindingLog
  let residuals: [RoundingResidual]
  let movedShares: [MovedShare]
  /// What the pipeline's own checks are called.
  let titles: [FindingCode: String]
  /// Checks that wait for what is found to be corrected.
  let waiting: Int
  let language: Wording.Language

  func write(into runFolder: RunFolder) throws {
    let report = FindingReport(
      listed: findings.listed, counts: findings.counts,
      waiting: waiting > 0 ? Wording.waiting(waiting, language) : nil,
      english: language == .english, text: text)
    try FileSystem.write(Data(report.csv()), to: runFolder.file("findings.csv"))
    try report.writeWorkbook(to: runFolder.file("findings.xlsx"))
    let ledger = RoundingLedger(residuals, moved: movedShares)
    try FileSystem.write(Data(ledger.csv(english: language == .english)), to: runFolder.file("rounding.csv"))
  }

  private func text(_ finding: Finding) -> FindingText {
    FindingText(
      title: titles[finding.code] ?? Wording.title(finding.code, language),
      message: Wording.message(finding, language), remedy: Wording.remedy(finding, language),
      expected: Wording.expected(finding, language))
  }
}
