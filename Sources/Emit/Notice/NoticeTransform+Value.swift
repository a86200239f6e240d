import Figures

extension NoticeTransform {
  /// The transform done to a value. What is missing stays missing, except that tests answer; nil where the
  /// transform does not go with the value, which the check at load rules out.
  func applied(to value: NoticeValue) -> NoticeValue? {
    switch value {
    case .missing: missing(value)
    case .figure(let figure): applied(to: figure)
    case .text(let text), .printed(let text, _): applied(to: text)
    case .integer(let integer): applied(to: integer)
    case .list(let rows): applied(to: rows, NoticeValue.list, NoticeValue.record)
    case .texts(let texts): applied(to: texts, NoticeValue.texts, NoticeValue.text)
    case .flag, .record, .sheets: nil
    }
  }

  private func missing(_ value: NoticeValue) -> NoticeValue {
    switch self {
    case .empty: .flag(true)
    case .compared, .changed, .unchanged, .nonzero, .positive, .grown: .flag(false)
    case .lines, .paragraphs: .texts([])
    default: value
    }
  }

  // MARK: Figures

  private func applied(to figure: FigureValue) -> NoticeValue? {
    do {
      return try changed(figure) ?? tested(figure).map(NoticeValue.flag) ?? printed(figure)
    } catch {
      return .missing(.overflow)
    }
  }

  /// Figures made of figures.
  private func changed(_ figure: FigureValue) throws(ArithmeticOverflow) -> NoticeValue? {
    switch self {
    case .before:
      return .figure(figure.side(.before, try figure.comparison?.before))
    case .difference:
      return .figure(figure.side(.change, try figure.comparison?.difference))
    case .orzero:
      var figure = figure
      figure.now = figure.now ?? figure.zero
      return .figure(figure)
    default: return nil
    }
  }

  private func tested(_ figure: FigureValue) throws(ArithmeticOverflow) -> Bool? {
    switch self {
    case .compared: figure.isCompared
    case .changed: try figure.comparison.map { $0.direction != .none } ?? false
    case .unchanged: try figure.comparison?.direction == Change.Direction.none
    case .nonzero: figure.now.map { $0.units != 0 } ?? false
    case .positive: figure.now.map { $0.units > 0 } ?? false
    case .grown: try figure.growth() != nil
    case .empty: figure.now == nil
    default: nil
    }
  }

  private func printed(_ figure: FigureValue) throws(ArithmeticOverflow) -> NoticeValue? {
    switch self {
    case .change, .absolute:
      guard let change = try figure.comparison else { return .missing(.notCompared) }
      return figure.marked(
        self == .change
          ? try NoticeNumber.change(change, figure.measure) : try NoticeNumber.size(change, figure.measure),
        .change)
    case .growth:
      if !figure.isCompared { return .missing(.notCompared) }
      guard let growth = try figure.growth() else { return .missing(.noGrowth) }
      return figure.marked(growth, .growth)
    default:
      guard let now = figure.now else { return .missing(.noRows) }
      return NoticeNumber.text(now, self).map { figure.marked($0, .now) }
    }
  }

  // MARK: Texts, numbers, lists

  private func applied(to text: String) -> NoticeValue? {
    switch self {
    case .trimmed: .text(NoticeText.trimmed(text))
    case .spaced: .text(NoticeText.spaced(text))
    case .lines: .texts(NoticeText.lines(text))
    case .paragraphs: .texts(NoticeText.paragraphs(text))
    case .empty: .flag(NoticeText.trimmed(text).isEmpty)
    default: nil
    }
  }

  /// A number in a column where a template expects a text is that text.
  private func applied(to integer: Int64) -> NoticeValue? {
    switch self {
    case .nonzero: .flag(integer != 0)
    case .positive: .flag(integer > 0)
    case .empty: .flag(false)
    case .chinese: .text(HeadingNumeral.string(integer))
    case .trimmed, .spaced, .lines, .paragraphs: applied(to: String(integer))
    default: nil
    }
  }

  private func applied<Element>(
    to list: [Element], _ all: ([Element]) -> NoticeValue, _ one: (Element) -> NoticeValue
  ) -> NoticeValue? {
    switch self {
    case .first: list.first.map(one) ?? .missing(.emptyList)
    case .last: list.last.map(one) ?? .missing(.emptyList)
    case .reversed: all(list.reversed())
    case .count: .integer(Int64(list.count))
    case .empty: .flag(list.isEmpty)
    default: nil
    }
  }
}

extension FigureValue {
  /// One side of the figure, or its change, as a figure of its own.
  fileprivate func side(_ aspect: FigureReference.Aspect, _ value: Fixed?) -> FigureValue {
    var side = FigureValue(measure: measure, now: value)
    side.reference = reference
    side.reference?.aspect = aspect
    return side
  }

  /// The figure in print, with where it comes from when it knows.
  fileprivate func marked(_ text: String, _ aspect: FigureReference.Aspect) -> NoticeValue {
    FigureMark(self, aspect).map { .printed(text, $0) } ?? .text(text)
  }

  /// 增长 210.24%; nil where there is nothing to say.
  fileprivate func growth() throws(ArithmeticOverflow) -> String? {
    guard let change = try comparison, change.direction != .none else { return nil }
    return try NoticeNumber.growth(change)
  }
}
