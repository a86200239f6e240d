import Definitions
import Figures

extension NoticeTransform {
  /// What comes of the transform on a value of that kind; nil when it does not go with it.
  func result(on shape: NoticeShape) -> NoticeShape? {
    switch shape {
    case .figure(let measure, let reason): onFigure(measure, reason)
    case .column: onText ?? onInteger
    case .text: onText
    case .integer: onInteger
    case .list(let fields): onList(of: .record(fields), shape)
    case .texts: onList(of: .text, shape)
    case .flag, .record, .sheets: nil
    }
  }

  /// Why this asks for what is never known of a figure. Tests may ask: they answer that it is not compared.
  func noYearBefore(on shape: NoticeShape) -> NoYearBefore? {
    guard case .figure(_, let reason?) = shape else { return nil }
    return [.before, .change, .absolute, .growth, .difference].contains(self) ? reason : nil
  }

  private func onFigure(_ measure: Measure, _ reason: NoYearBefore?) -> NoticeShape? {
    switch self {
    case .wanyuan, .wanyuanpadded, .yuan, .yiyuan, .exact, .capitals: measure == .money ? .text : nil
    case .count: measure == .count ? .text : nil
    case .percent, .percentpadded: measure == .percent ? .text : nil
    case .score: measure == .score ? .text : nil
    case .change, .absolute: .text
    case .growth: measure == .percent ? nil : .text
    case .before, .difference: .figure(measure)
    case .orzero: .figure(measure, noYearBefore: reason)
    case .grown: measure == .percent ? nil : .flag
    case .compared, .changed, .unchanged, .nonzero, .positive, .empty: .flag
    case .trimmed, .spaced, .lines, .paragraphs, .chinese, .first, .last, .reversed: nil
    }
  }

  private var onText: NoticeShape? {
    switch self {
    case .trimmed, .spaced: .text
    case .lines, .paragraphs: .texts
    case .empty: .flag
    default: nil
    }
  }

  private var onInteger: NoticeShape? {
    switch self {
    case .chinese: .text
    case .nonzero, .positive, .empty: .flag
    default: nil
    }
  }

  private func onList(of element: NoticeShape, _ list: NoticeShape) -> NoticeShape? {
    switch self {
    case .first, .last: element
    case .reversed: list
    case .count: .integer
    case .empty: .flag
    default: nil
    }
  }
}
