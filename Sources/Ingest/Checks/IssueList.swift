import Figures

/// What is wrong in one block, gathered column by column and reported row by row.
///
/// Only the first thousand of a code are listed anyway (`FindingLog`), so no facts are made for more: a file
/// with a million wrong cells costs little more than a good one.
final class IssueList {
  struct Issue {
    var row: Int64
    /// The row's index in the block; nil when the row is not in it.
    var index: Int?
    /// For the order inside a row.
    var column: Int
    var finding: Finding
  }

  private var file: String
  private var showsRows = true
  private let log: FindingLog
  private var issues: [Issue] = []
  private var counts: [FindingCode: Int] = [:]

  init(file: String, log: FindingLog) {
    (self.file, self.log) = (file, log)
  }

  /// From now on issues belong to this file, which is one row itself.
  func begin(file: String) {
    (self.file, showsRows) = (file, false)
  }

  func add(
    _ code: FindingCode, severity: Severity = .error, row: Int64?, index: Int? = nil, column: Int = -1,
    title: String? = nil, facts: () -> Facts
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    let location = SourceLocation(file: file, row: showsRows ? row.map { Int($0) } : nil, column: title)
    let listed = count <= FindingLog.listedPerCode
    let finding = Finding(code, severity: severity, at: location, facts: listed ? facts() : Facts())
    issues.append(Issue(row: row ?? 0, index: listed ? index : nil, column: column, finding: finding))
  }

  /// The same place, for cells that are tried out.
  func sibling() -> IssueList {
    let list = IssueList(file: file, log: FindingLog())
    list.showsRows = showsRows
    return list
  }

  /// What was gathered, which is not reported then.
  func take() -> [Issue] {
    defer { issues.removeAll() }
    return issues
  }

  func add(_ issue: Issue) {
    add(
      issue.finding.code, severity: issue.finding.severity, row: issue.row, column: issue.column,
      title: issue.finding.location.column
    ) { issue.finding.facts }
  }

  /// The rows with an error so far.
  var wrongRows: Set<Int64> { Set(issues.lazy.filter { $0.finding.severity == .error }.map(\.row)) }

  /// Takes back what was said of the cells of rows: they are no rows of the table.
  func forget(_ rows: Set<Int64>) {
    if rows.isEmpty { return }
    for issue in issues where rows.contains(issue.row) { counts[issue.finding.code, default: 1] -= 1 }
    issues.removeAll { rows.contains($0.row) }
  }

  /// Reports all, in the order of rows and columns; `beside` gives a row's cells in columns that the schema
  /// does not know.
  func report(beside: (Int) -> String?) {
    issues.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    for issue in issues {
      var finding = issue.finding
      if let index = issue.index { finding.facts.beside = beside(index) }
      log.report(finding)
    }
    issues.removeAll(keepingCapacity: true)
  }
}

/// How a cell is quoted in a finding: sixty characters of it, on one line.
enum Excerpt {
  static let length = 60

  static func of(_ bytes: some Collection<UInt8>) -> String {
    // Eight bytes a character: more than any text of people takes, and never megabytes.
    let text = String(decoding: bytes.prefix(8 * length), as: UTF8.self)
    var shown = ""
    var count = 0
    for character in text {
      if count == length { return shown + "…" }
      shown.append(character.isNewline ? "⏎" : character)
      count += 1
    }
    return bytes.count > 8 * length ? shown + "…" : shown
  }
}
