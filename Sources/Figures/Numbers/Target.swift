/// 绩效目标值: what a performance indicator has to reach, as a budget states it.
///
/// Read: `≥500件`, `≥ 500 件`, `>=5`, `＞5`, `≤48小时`, `=100%`; in words `不低于95%`, `500件以上`, `48小时以内`,
/// `达到95%`; `100%` and `100%完成`, which are `=100%`; `90%-95%`, a range; `12月31日前`, a day; `前十位`, `前10名`, `第三名`,
/// which are at most 10 and 3; `及时`, `实现`, which are judged and not measured. A text with digits that is none of
/// these is refused, and so is a number in words after a sign (`≥五百件`): scores are computed from it.
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
    /// 90%-95%: from the one to the other, both in it, of one unit.
    case range(Quantity, Quantity)
    /// 12月31日前: this day or an earlier one.
    case due(DueDay)
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

  /// How a value is compared, and with what: a range with both its ends; empty for a quality.
  public var comparisons: [(Comparison, Quantity)] {
    switch demand {
    case .quantity(let comparison, let quantity): [(comparison, quantity)]
    case .range(let low, let high): [(.atLeast, low), (.atMost, high)]
    case .due(let day): [(.atMost, Quantity(day))]
    case .rank(let place): [(.atMost, Quantity(place: place))]
    case .quality: []
    }
  }

  /// The money that the target is, exactly; nil when it is none.
  public var amount: Amount? {
    guard case .quantity(_, let quantity) = demand, let unit = MoneyUnit(rawValue: quantity.unit) else {
      return nil
    }
    return try? Amount(quantity.value, in: unit)
  }
}

/// Why a text is no target.
public enum TargetProblem: Error, Hashable, Sendable {
  case empty
  /// `≥`: nothing to reach.
  case missingNumber
  /// `≥12..3`, `≥五百件`, `≥1e5`.
  case number(NumberProblem)
  /// `约100件`, `≤500件以上`, `12月前`: digits, but not a number and its unit. `≥500件` says it.
  case unclear
}
