/// 金额单位: in what money is given or printed. The raw value is how it is written.
public enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
  case yuan = "元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// How many decimals of this unit make one fen.
  public var decimalsOfFen: Int {
    switch self {
    case .yuan: 2
    case .tenThousandYuan: 6
    case .hundredMillionYuan: 10
    }
  }

  /// How many decimals the point moves from 元 to this unit.
  var shift: Int { decimalsOfFen - MoneyUnit.yuan.decimalsOfFen }
}

extension Fixed {
  /// Money given in one unit, in another: only the point moves, so it is exact and always fits.
  public func converted(from unit: MoneyUnit, to other: MoneyUnit) -> Fixed {
    Fixed(units: units, decimals: decimals &+ other.shift &- unit.shift)
  }
}
