/// 较上年增减: a figure against the one of the period before.
public struct Change: Hashable, Sendable {
  public enum Direction: Hashable, Sendable, CaseIterable {
    case increase
    case decrease
    case none
  }

  public let now: Fixed
  public let before: Fixed
  /// `now` less `before`.
  public let difference: Fixed

  public init(now: Fixed, before: Fixed) throws(ArithmeticOverflow) {
    self.now = now
    self.before = before
    difference = try now.subtracting(before)
  }

  /// By the exact difference: what only rounds to 0 is an increase or a decrease still.
  public var direction: Direction {
    difference.isZero ? .none : difference.isNegative ? .decrease : .increase
  }

  /// 增长率: the difference as a share of the period before in percent, negative for a decrease. nil where there is
  /// nothing to grow from: the period before was 0, or negative.
  public func growth(
    decimals: Int = 2, rounding: Rounding = .halfAwayFromZero
  ) throws(ArithmeticOverflow) -> Fixed? {
    try Fixed.percentage(difference, of: before, decimals: decimals, rounding: rounding)
  }

  /// The difference without its sign, in as many decimals as it takes to see that it is not zero: a change of
  /// 0.0034 printed in two decimals is 0.003, since 增加 0 says two things at once.
  public func printedDifference(_ format: NumberFormat) throws(ArithmeticOverflow) -> String {
    let size = try difference.absolute()
    return format.showing(size).string(size)
  }
}

extension Change.Direction {
  /// As notices write it: 增加 13.01 万元, 减少 86.99 万元, 与上年持平.
  public var chinese: String {
    switch self {
    case .increase: "增加"
    case .decrease: "减少"
    case .none: "与上年持平"
    }
  }

  /// Before a percentage: 增长 210.24%, 下降 3.5%.
  public var chineseForGrowth: String {
    switch self {
    case .increase: "增长"
    case .decrease: "下降"
    case .none: "与上年持平"
    }
  }

  public var english: String {
    switch self {
    case .increase: "an increase of"
    case .decrease: "a decrease of"
    case .none: "unchanged from the year before"
    }
  }
}
