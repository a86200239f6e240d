import Figures
import Foundation
import TestSupport

@testable import Emit

/// Findings as a run reports them, and the files made of them.
enum ReportFixture {
  static func finding(
    _ code: FindingCode = "type-error", _ severity: Severity = .error, file: String = "income.csv",
    sheet: String? = nil, row: Int? = nil, column: String? = nil, facts: Facts = Facts()
  ) -> Finding {
    Finding(
      code, severity: severity, at: SourceLocation(file: file, sheet: sheet, row: row, column: column),
      facts: facts)
  }

  static func report(
    _ findings: [Finding], counts: [FindingCode: Int] = [:], english: Bool = false
  ) -> FindingReport {
    FindingReport(listed: findings, counts: counts, english: english) { _ in
      FindingText(title: "类型", message: "应为金额", remedy: "请改正")
    }
  }

  /// Without the mark, which is tested by itself.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(3), as: UTF8.self) }

  /// A folder for one test, removed after it.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
