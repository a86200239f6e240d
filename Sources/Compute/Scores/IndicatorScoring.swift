import Figures

/// 指标评分: the points of one indicator, by the rules of 财预〔2020〕10号. Exact; each is rounded once, to two
/// decimals, half away from zero.
public enum IndicatorScoring {
  /// How many decimals scores have.
  public static let decimals = 2

  /// What an actual is compared with, and how.
  public typealias End = (comparison: Target.Comparison, value: Fixed)

  /// 区间目标: the end of a range that an actual is scored against. Below the range it is to reach the lower end, else to
  /// keep the upper one, as it does inside. A target of one number is its only end.
  public static func end(of target: [End], for actual: Fixed) -> End? {
    target.first { !$0.comparison.isLimit && actual < $0.value } ?? target.last
  }

  /// The score of a number against its target; both are in the same unit. It is never below 0 and never above the
  /// weight, and does not fall when the actual gets better.
  ///
  /// `≥ >`: the weight when reached, else in proportion. `=`: as `≥`, and of a target of 0 all or nothing. `≤ <`: the
  /// weight when kept, from there down to 0 at twice the target. An actual below 0 counts as 0; a target below 0 is
  /// met or not, since nothing is in proportion to it.
  public static func points(
    _ comparison: Target.Comparison, target: Fixed, actual: Fixed, weight: Fixed
  ) throws(ArithmeticOverflow) -> Fixed {
    let zero = Fixed(units: 0, decimals: decimals)
    let full = weight.rounded(to: decimals)
    if target < zero, comparison != .equal {
      return (comparison.isLimit ? actual <= target : actual >= target) ? full : zero
    }
    let actual = max(actual, zero)
    switch comparison {
    case .equal where target <= zero: return actual <= max(target, zero) ? full : zero
    case .atLeast, .moreThan, .equal:
      if actual >= target { return full }
      return try weight.proportion(actual, of: target, decimals: decimals) ?? zero
    case .atMost, .lessThan:
      if actual <= target { return full }
      let left = try target.multiplied(by: 2).subtracting(actual)
      if left <= zero { return zero }
      return try weight.proportion(left, of: target, decimals: decimals) ?? zero
    }
  }

  /// 时限得分: the weight in time, and nothing when late; where the profile says how much of the weight a day costs, in
  /// percent, what is left of it.
  public static func points(
    daysLate: Int64, perDay: Fixed?, weight: Fixed
  ) throws(ArithmeticOverflow) -> Fixed {
    let zero = Fixed(units: 0, decimals: decimals)
    if daysLate <= 0 { return weight.rounded(to: decimals) }
    let hundred = Fixed(units: 100, decimals: 0)
    guard let perDay else { return zero }
    let left = try hundred.subtracting(perDay.multiplied(by: daysLate))
    return left <= zero ? zero : try weight.proportion(left, of: hundred, decimals: decimals) ?? zero
  }

  /// 预算执行率得分: the weight × min(1, executed ÷ budget). A budget of 0 gives 0; above the budget is no more than
  /// the weight.
  public static func execution(
    executed: Fixed, budget: Fixed, weight: Fixed
  ) throws(ArithmeticOverflow) -> Fixed {
    if budget.units <= 0 { return Fixed(units: 0, decimals: decimals) }
    return try points(.atLeast, target: budget, actual: executed, weight: weight)
  }

  /// Whether an actual is so far above its target that it needs a reason (偏差原因): by more than `threshold` percent.
  /// Only of targets to be reached; one that is to be kept (`≤ <`) cannot be exceeded for the better.
  public static func isFarAbove(
    _ comparison: Target.Comparison, target: Fixed, actual: Fixed, threshold: Fixed
  ) throws(ArithmeticOverflow) -> Bool {
    switch comparison {
    case .atMost, .lessThan: return false
    case .atLeast, .moreThan, .equal:
      if target.units <= 0 { return false }
      // Twice as wide: a × 100 against t × (100 + threshold) never overflows unseen.
      let hundred = Fixed(units: 100, decimals: 0)
      let limit = try hundred.adding(threshold)
      guard
        let most = try target.proportion(limit, of: hundred, decimals: target.decimals + limit.decimals + 2)
      else { return false }
      return actual > most
    }
  }
}

extension Target.Comparison {
  /// Whether less is better.
  public var isLimit: Bool { self == .atMost || self == .lessThan }
}
