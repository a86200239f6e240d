/// What a figure measures, and so how it is printed.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// Money; values are 元 with two decimals, that is, fen.
  case money
  /// A number of people, cars, cases.
  case count
  /// A share in percent with two decimals.
  case percent
  /// 得分: points with two decimals.
  case score
}

/// A figure at certain keys, in this period and the one before. nil is "no row", which is not zero.
public struct FigureValue: Hashable, Sendable {
  public var measure: Measure
  public var now: Fixed?
  public var before: Fixed?
  /// Whether the period before is known of it: the registers behind it are there, and so was whose figure it is. If
  /// it is, a figure without rows was zero then; if not, nothing may be said about the change.
  public var isCompared: Bool
  /// Which figure it is, with every key given; only where what is printed says so, as in pages.
  public var reference: FigureReference?

  public init(measure: Measure, now: Fixed?, before: Fixed? = nil, isCompared: Bool = false) {
    self.measure = measure
    self.now = now
    self.before = before
    self.isCompared = isCompared
  }
}
