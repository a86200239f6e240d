import Figures

extension FindingReport {
  /// `findings.xlsx`: how many of what first, then each listed finding. The same bytes for the same findings.
  public func writeWorkbook(to path: String) throws(EmitError) {
    let book = try ReportBook(to: path)
    book.add(summary)
    book.add(details)
    try book.finish()
  }

  private var summary: ReportBook.Sheet {
    ReportBook.Sheet(
      name: isEnglish ? "Summary" : "汇总",
      header: isEnglish ? ["code", "title", "severity", "count", "listed"] : ["代码", "名称", "级别", "数量", "列出"],
      widths: [28, 40, 10, 10, 10],
      rows: groups.map { group in
        [
          .text(group.code.rawValue), .text(group.title), severity(group.severity), .number(group.count),
          .number(group.listed),
        ]
      } + (waiting.map { [[.text(nil), .text($0)]] } ?? []))
  }

  private var details: ReportBook.Sheet {
    ReportBook.Sheet(
      name: isEnglish ? "Findings" : "明细",
      header: FindingColumn.allCases.map { $0.title(inEnglish: isEnglish) },
      widths: FindingColumn.allCases.map(\.width),
      rows: entries.map { entry in FindingColumn.allCases.map { cell($0, of: entry) } })
  }

  private func cell(_ column: FindingColumn, of entry: Entry) -> ReportBook.Cell {
    switch column {
    case .severity: severity(entry.finding.severity)
    case .row: entry.finding.location.row.map(ReportBook.Cell.number) ?? .text(nil)
    default: .text(column.text(of: entry, inEnglish: isEnglish))
    }
  }

  private func severity(_ severity: Severity) -> ReportBook.Cell {
    .severity(severity.title(inEnglish: isEnglish), isError: severity == .error)
  }
}

extension FindingColumn {
  fileprivate var width: Double {
    switch self {
    case .severity, .row: 7
    case .sheet, .difference: 11
    case .column, .code: 16
    case .value: 22
    case .file, .expected, .beside: 20
    case .remedy, .suspects: 32
    case .message: 42
    }
  }
}
