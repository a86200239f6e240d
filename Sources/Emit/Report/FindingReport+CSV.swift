extension FindingReport {
  /// `findings.csv`: a line a listed finding. With none, the header alone.
  public func csv() -> [UInt8] {
    let header = FindingColumn.allCases.map { $0.title(inEnglish: isEnglish) }
    let lines = entries.map { entry in
      FindingColumn.allCases.map { $0.text(of: entry, inEnglish: isEnglish) ?? "" }
    }
    return SpreadsheetCSV.bytes([header] + lines)
  }
}
