import Figures

extension FigureValue {
  /// The side of the figure that a reference asks for, as a value of its own.
  ///
  /// Of the two sides of a change a missing one counts as zero, but one must be there; without the period before
  /// there is no change. A share that is missing is not zero: it has nothing to be a share of, and no change. Growth is a share of the period before: without it, or when it was not above zero, there is none.
  ///
  /// `decimals` are those of a growth, where it is printed in others than two.
  func aspect(
    _ aspect: FigureReference.Aspect, decimals: Int? = nil
  ) throws(ArithmeticOverflow) -> FigureValue {
    switch aspect {
    case .now: return self
    case .before: return FigureValue(measure: measure, now: before)
    case .change: return FigureValue(measure: measure, now: try change)
    case .growth: return FigureValue(measure: .percent, now: try growth(decimals: decimals ?? 2))
    }
  }

  private var change: Fixed? {
    get throws(ArithmeticOverflow) {
      guard isCompared, let decimals = (now ?? before)?.decimals else { return nil }
      if measure == .percent, now == nil || before == nil { return nil }
      let (units, overflow) = (now?.units ?? 0).subtractingReportingOverflow(before?.units ?? 0)
      if overflow { throw ArithmeticOverflow() }
      return Fixed(units: units, decimals: decimals)
    }
  }

  private func growth(decimals: Int) throws(ArithmeticOverflow) -> Fixed? {
    guard let change = try change, let before, before.units > 0 else { return nil }
    return try Fixed.percentage(change, of: before, decimals: decimals)
  }
}
