import Figures

/// One figure in percent of another, divided once, from their exact values; none where the whole is zero, below zero or
/// empty, or the part is empty.
public struct FigureRatio: Hashable, Sendable {
  public var part: FigureReference
  public var whole: FigureReference
  public var decimals: Int
  public var rounding: Rounding

  /// The ratio of two values, which have the same unit.
  func percentage(_ part: Fixed?, of whole: Fixed?) throws(ArithmeticOverflow) -> Fixed? {
    try Fixed.percentage(part, of: whole, decimals: decimals, rounding: rounding)
  }

  /// The same with the decimals of a document that prints it, if they are given.
  func printed(in decimals: Int?) -> FigureRatio {
    var ratio = self
    ratio.decimals = decimals ?? self.decimals
    return ratio
  }
}

/// A figure in percent of what it comes to over all values of some of its keys: 货物, 工程 and 服务 in percent of
/// all kinds.
public struct FigureShare: Hashable, Sendable {
  /// Whether the printed shares are made to add up.
  public enum Adjustment: String, Hashable, Sendable, CaseIterable {
    /// Each is rounded for itself, half away from zero.
    case none
    /// They add up to exactly 100 %: see `LargestRemainder`.
    case largestRemainder = "largest-remainder"
  }

  public var part: FigureReference
  /// The keys over which the shares are taken.
  public var over: [String]
  public var decimals: Int
  public var adjustment: Adjustment

  /// The same with the decimals of a document that prints it, if they are given. Shares are made to add up in as many
  /// decimals as a pipeline may ask for.
  func printed(in decimals: Int?) -> FigureShare {
    guard let decimals else { return self }
    var share = self
    share.decimals = decimals
    if !LargestRemainder.decimals.contains(decimals) { share.adjustment = .none }
    return share
  }
}
