import Figures

/// What a finding says in the reader's language.
public struct FindingText: Hashable, Sendable {
  /// What findings of this code are called in the summary: 外键, 不平.
  public var title: String
  public var message: String
  public var remedy: String?
  /// What was expected, in words where the facts only give a type.
  public var expected: String?

  public init(title: String, message: String, remedy: String? = nil, expected: String? = nil) {
    self.title = title
    self.message = message
    self.remedy = remedy
    self.expected = expected
  }
}

/// A run's findings as a file for people and machines: `findings.csv` and `findings.xlsx`.
public struct FindingReport: Sendable {
  /// One listed finding with its sentences.
  struct Entry: Sendable {
    var finding: Finding
    var text: FindingText
  }

  /// All findings of one code.
  struct Group: Hashable, Sendable {
    var code: FindingCode
    var title: String
    /// The gravest among them.
    var severity: Severity
    /// How many there are.
    var count: Int
    /// How many of them are listed.
    var listed: Int
  }

  /// By file, sheet, row and column: as someone who corrects the files goes through them.
  let entries: [Entry]
  /// Errors first, then by code.
  let groups: [Group]
  let isEnglish: Bool
  /// What is said below the summary: how many checks wait.
  let waiting: String?

  /// `counts`: how many there are of each code, listed or not.
  public init(
    listed: [Finding], counts: [FindingCode: Int], waiting: String? = nil, english: Bool = false,
    text: (Finding) -> FindingText
  ) {
    (isEnglish, self.waiting) = (english, waiting)
    entries = listed.map { Entry(finding: $0, text: text($0)) }.sorted { $0.order < $1.order }
    groups = Self.groups(of: entries, counts)
  }

  private static func groups(of entries: [Entry], _ counts: [FindingCode: Int]) -> [Group] {
    let byCode = Dictionary(grouping: entries, by: \.finding.code)
    let groups = byCode.compactMap { code, entries in
      entries.first.map {
        Group(
          code: code, title: $0.text.title,
          severity: entries.contains { $0.finding.severity == .error } ? .error : .warning,
          count: max(counts[code] ?? 0, entries.count), listed: entries.count)
      }
    }
    return groups.sorted { $0.order < $1.order }
  }
}

extension FindingReport.Entry {
  /// What has no row (a file that is missing) comes before the file's rows.
  fileprivate var order: ReportOrder {
    let location = finding.location
    return ReportOrder(
      texts: [location.file, location.sheet ?? ""], number: location.row ?? 0,
      rest: [location.column ?? "", finding.code.rawValue, text.message])
  }
}

extension FindingReport.Group {
  fileprivate var order: ReportOrder {
    ReportOrder(texts: [], number: severity == .error ? 0 : 1, rest: [code.rawValue])
  }
}

private struct ReportOrder: Comparable {
  var texts: [String]
  var number: Int
  var rest: [String]

  static func < (a: ReportOrder, b: ReportOrder) -> Bool {
    if a.texts != b.texts { return a.texts.lexicographicallyPrecedes(b.texts) }
    if a.number != b.number { return a.number < b.number }
    return a.rest.lexicographicallyPrecedes(b.rest)
  }
}
