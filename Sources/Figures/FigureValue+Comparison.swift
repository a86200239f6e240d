/// 较上年: what a figure is against the period before. There is no second definition: computed figures, cells, texts,
/// pages, open data and claims on printed figures all ask here.
extension FigureValue {
  /// This period against the one before; nil where nothing can be said.
  ///
  /// Of the two sides one must be there; the other then counts as zero, since the registers of both periods are there
  /// and have no row of it. A percentage that is missing is not zero: it had nothing to be a part of.
  public var comparison: Change? {
    get throws(ArithmeticOverflow) {
      guard isCompared, now != nil || before != nil else { return nil }
      if measure == .percent, now == nil || before == nil { return nil }
      return try Change(now: now ?? zero, before: before ?? zero)
    }
  }

  /// No rows counted as zero, in as many decimals as the figure has.
  public var zero: Fixed {
    Fixed(units: 0, decimals: now?.decimals ?? before?.decimals ?? (measure == .count ? 0 : 2))
  }

  /// The side of the figure that a reference asks for, as a value of its own. Its `now` is nil where it is empty:
  /// without rows, without the period before; growth also where that was zero or below, and of a percentage.
  ///
  /// `decimals` are those of a growth, where it is printed in others than two.
  public func aspect(
    _ aspect: FigureReference.Aspect, decimals: Int? = nil
  ) throws(ArithmeticOverflow) -> FigureValue {
    switch aspect {
    case .now: return self
    case .before: return FigureValue(measure: measure, now: before)
    case .change: return FigureValue(measure: measure, now: try comparison?.difference)
    case .growth:
      let growth = measure == .percent ? nil : try comparison?.growth(decimals: decimals ?? 2)
      return FigureValue(measure: .percent, now: growth)
    }
  }
}
