import Figures

/// The columns of the listed findings, in their order.
enum FindingColumn: String, CaseIterable {
  case code, severity, file, sheet, row, column, value, expected, difference, message, remedy, beside,
    suspects

  func title(inEnglish english: Bool) -> String {
    if english { return self == .beside ? "other columns" : rawValue }
    return switch self {
    case .code: "代码"
    case .severity: "级别"
    case .file: "文件"
    case .sheet: "工作表"
    case .row: "行"
    case .column: "列"
    case .value: "值"
    case .expected: "应为"
    case .difference: "差额"
    case .message: "说明"
    case .remedy: "处理办法"
    case .beside: "其他列"
    case .suspects: "疑点"
    }
  }

  /// nil when there is nothing to say. The code is the same in every language.
  func text(of entry: FindingReport.Entry, inEnglish english: Bool) -> String? {
    let (finding, location, facts) = (entry.finding, entry.finding.location, entry.finding.facts)
    return switch self {
    case .code: finding.code.rawValue
    case .severity: finding.severity.title(inEnglish: english)
    case .file: location.file
    case .sheet: location.sheet
    case .row: location.row.map(String.init)
    case .column: location.column
    case .value: facts.found
    case .expected: entry.text.expected ?? facts.expected
    case .difference: facts.difference
    case .message: entry.text.message
    case .remedy: entry.text.remedy
    case .beside: facts.beside
    case .suspects: suspects(facts, inEnglish: english)
    }
  }

  private func suspects(_ facts: Facts, inEnglish english: Bool) -> String? {
    if facts.suspects.isEmpty { return nil }
    return facts.suspects.map { $0.text(english ? .english : .chinese) }.joined(
      separator: english ? "; " : "；")
  }
}

extension Severity {
  func title(inEnglish english: Bool) -> String {
    switch self {
    case .error: english ? "error" : "错误"
    case .warning: english ? "warning" : "警告"
    }
  }
}
