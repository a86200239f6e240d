import Figures

extension FigureReference {
  /// What is wrong when this points at a percentage: it changes by percentage points, and growth in percent of a
  /// percentage is never published.
  public var growthOfShare: DefinitionError.Problem? {
    guard aspect == .growth else { return nil }
    return .other(
      "“\(self)”：占比没有增长率，请用 .change（百分点）",
      english: "'\(self)': a percentage has no growth; use .change (percentage points)")
  }
}
