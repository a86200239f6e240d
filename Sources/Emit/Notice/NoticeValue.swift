import Figures

/// One value as a template sees it.
public indirect enum NoticeValue: Hashable, Sendable {
  /// Why there is nothing to print. A section tests for it; printing it stops the run.
  public enum Missing: Hashable, Sendable {
    /// NULL in the row.
    case null
    /// A figure without rows, which is not zero.
    case noRows
    /// A change without a year before.
    case notCompared
    /// Growth from zero or from below.
    case noGrowth
    /// First or last of a list without rows.
    case emptyList
    /// Beyond what can be computed.
    case overflow
  }

  case missing(Missing)
  case text(String)
  /// A figure as it is printed, and where it comes from.
  case printed(String, FigureMark)
  /// The sheets of a workbook layout: their text.
  case sheets(String)
  case integer(Int64)
  case flag(Bool)
  case figure(FigureValue)
  case record(NoticeRecord)
  case list([NoticeRecord])
  case texts([String])

  public init(_ value: Value) {
    switch value {
    case .null: self = .missing(.null)
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    }
  }

  /// Whether a section on it is shown: anything that there is, but no empty text or list; zero is shown.
  var isShown: Bool {
    switch self {
    case .missing: false
    case .text(let text), .printed(let text, _), .sheets(let text): !text.isEmpty
    case .integer, .record: true
    case .flag(let flag): flag
    case .figure(let figure): figure.now != nil
    case .list(let rows): !rows.isEmpty
    case .texts(let texts): !texts.isEmpty
    }
  }
}

/// Values by their names in the template.
public struct NoticeRecord: Hashable, Sendable {
  public var fields: [String: NoticeValue]

  public init(_ fields: [String: NoticeValue] = [:]) { self.fields = fields }

  public init(_ row: ResultRow) {
    let cells = zip(row.columns, row.values).map { ($0, NoticeValue($1)) }
    fields = Dictionary(cells, uniquingKeysWith: { first, _ in first })
  }

  /// The value of an expression on this record's own names; nil when it has no such name or the transforms do not
  /// go with it, which the check at load rules out.
  func value(of expression: TemplateExpression) -> NoticeValue? {
    expression.transforms.reversed().reduce(fields[expression.name]) { value, word in
      value.flatMap { NoticeTransform(rawValue: word)?.applied(to: $0) }
    }
  }
}
