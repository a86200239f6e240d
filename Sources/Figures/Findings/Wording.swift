/// Turns findings into sentences, in Chinese or English.
///
/// Findings state facts; the catalogue says them. A pipeline's own sentences (`facts.message`,
/// `facts.remedy`) are used as they are.
public enum Wording {
  public enum Language: String, Hashable, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
  }

  /// What is wrong, without the place: `“金额(元)”应为金额（元，最多两位小数），现为“十二”`.
  public static func message(_ finding: Finding, _ language: Language = .chinese) -> String {
    if let message = language == .english
      ? finding.facts.englishMessage ?? finding.facts.message : finding.facts.message
    {
      return message
    }
    guard let entry = entry(of: finding) else { return unlisted(finding) }
    return WordingTemplate(entry.message[language]).filled(from: arguments(of: finding, language))
  }

  /// What to do about it; nil when the catalogue and the pipeline give none.
  public static func remedy(_ finding: Finding, _ language: Language = .chinese) -> String? {
    if let remedy = language == .english
      ? finding.facts.englishRemedy ?? finding.facts.remedy : finding.facts.remedy
    {
      return remedy
    }
    guard finding.facts.message == nil, let entry = entry(of: finding) else { return nil }
    return WordingTemplate(entry.remedy[language]).filled(from: arguments(of: finding, language))
  }

  /// What was expected, in words where the facts only say of which type: `金额（元，最多两位小数）`.
  public static func expected(_ finding: Finding, _ language: Language = .chinese) -> String? {
    finding.facts.expected ?? ExpectedType(finding.facts.arguments)?.words(language)
  }

  /// `2025/income.csv 第 4 行“金额(元)”列`, `2025/income.csv, row 4, column '金额(元)'`.
  public static func place(_ location: SourceLocation, _ language: Language = .chinese) -> String {
    switch language {
    case .chinese:
      location.file + (location.sheet.map { " 工作表“\($0)”" } ?? "") + (location.row.map { " 第 \($0) 行" } ?? "")
        + (location.column.map { "“\($0)”列" } ?? "")
    case .english:
      location.file + (location.sheet.map { ", sheet '\($0)'" } ?? "")
        + (location.row.map { ", row \($0)" } ?? "")
        + (location.column.map { ", column '\($0)'" } ?? "")
    }
  }

  /// Place and message in one line; the message alone for what has no one place.
  public static func sentence(_ finding: Finding, _ language: Language = .chinese) -> String {
    let colon = language == .chinese ? "：" : ": "
    let place = place(finding.location, language)
    return (place.isEmpty ? "" : place + colon) + message(finding, language)
  }

  /// How many checks wait until what was found is corrected.
  public static func waiting(_ count: Int, _ language: Language = .chinese) -> String {
    switch language {
    case .chinese: "另有 \(count) 项核对要等上面的格子改好"
    case .english:
      count == 1 ? "1 more check waits for the cells above" : "\(count) more checks wait for the cells above"
    }
  }

  /// A code's entry, or the one of its case where it says different things of different kinds of file.
  static func entry(of finding: Finding) -> WordingEntry? {
    let kind = finding.facts.arguments["kind"].map { finding.code.rawValue + "/" + $0 }
    return kind.flatMap { catalogue[$0] } ?? catalogue[finding.code.rawValue]
  }

  static let catalogue: [String: WordingEntry] = fileEntries.merging(
    cellEntries.merging(checkEntries.merging(textEntries) { first, _ in first }) { first, _ in first }
  ) { first, _ in first }

  private static func arguments(of finding: Finding, _ language: Language) -> [String: String] {
    var arguments = finding.facts.arguments
    arguments["found"] = finding.facts.found
    arguments["expected"] = expected(finding, language)
    arguments["difference"] = finding.facts.difference
    arguments["title"] = finding.location.column
    return arguments
  }

  /// A code without an entry or a sentence of its own still says all that is known.
  private static func unlisted(_ finding: Finding) -> String {
    let facts = [finding.facts.found, finding.facts.expected, finding.facts.difference].compactMap { $0 }
    return ([finding.code.rawValue] + facts).joined(separator: " ")
  }
}
