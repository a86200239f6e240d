/// 绩效目标值: what a performance indicator has to reach, as a budget states it.
///
/// Read: `≥500件`, `≥ 500 件`, `>=5`, `＞5`, `≤48小时`, `=100%`; `100%`, which is `=100%`; `前十位`, `前10名`, which is
/// at most 10; `及时`, `实现`, which are judged and not measured. A text with digits that is none of these is
/// refused, and so is a number in words after a sign (`≥五百件`): scores are computed from it.
public struct Target: Hashable, Sendable, CustomStringConvertible {
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = "≥"
    case moreThan = ">"
    case equal = "="
    case lessThan = "<"
    case atMost = "≤"
  }

  public enum Demand: Hashable, Sendable {
    case quantity(Comparison, Quantity)
    /// 前十位: a place in a ranking, this or a better one.
    case rank(Int)
    /// 定性指标: 实现, 及时.
    case quality(String)
  }

  public let demand: Demand
  /// The target as it was entered, which is how it is printed.
  public let description: String

  init(_ demand: Demand, enteredAs text: String) {
    self.demand = demand
    description = text
  }

  /// How the number, or the place, is compared, and with what; nil for a quality.
  public var comparison: (Comparison, Quantity)? {
    switch demand {
    case .quantity(let comparison, let quantity): (comparison, quantity)
    case .rank(let place): (.atMost, Quantity(Fixed(units: Int64(place), decimals: 0), unit: "位"))
    case .quality: nil
    }
  }

  /// The money that the target is, exactly; nil when it is none.
  public var amount: Amount? {
    guard case .quantity(_, let quantity) = demand, let unit = MoneyUnit(rawValue: quantity.unit) else {
      return nil
    }
    return try? Amount(quantity.value, in: unit)
  }

  /// nil when the target is a quality, or `actual` is in a unit that cannot be compared with the target's.
  public func isMet(by actual: Quantity) throws(ArithmeticOverflow) -> Bool? {
    guard let (comparison, wanted) = comparison, let order = try actual.compared(to: wanted) else {
      return nil
    }
    return switch comparison {
    case .atLeast: order >= 0
    case .moreThan: order > 0
    case .equal: order == 0
    case .lessThan: order < 0
    case .atMost: order <= 0
    }
  }
}

/// Why a text is no target.
public enum TargetProblem: Error, Hashable, Sendable {
  case empty
  /// `≥`: nothing to reach.
  case missingNumber
  /// `≥12..3`, `≥五百件`, `≥1e5`.
  case number(NumberProblem)
  /// `500件以上`, `12月底前`, `第3名`: digits, but not a number and its unit. `≥500件` says it.
  case unclear
}
