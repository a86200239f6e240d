/// A number with the unit it was given in: `48小时`, `323.8344万元`, `95%`, and without any: `3`.
public struct Quantity: Hashable, Sendable {
  public var value: Fixed
  public var unit: String

  public init(_ value: Fixed, unit: String = "") {
    self.value = value
    self.unit = unit
  }

  /// The same in 元 or in 分钟 where it is money or time; any other unit stays as it is.
  /// A 天 has 24 hours; 工作日 is a unit of its own.
  public func inBaseUnit() throws(ArithmeticOverflow) -> Quantity {
    if let money = MoneyUnit(rawValue: unit) {
      return Quantity(value.converted(from: money, to: .yuan), unit: MoneyUnit.yuan.rawValue)
    }
    guard let minutes = Self.minutes(in: unit) else { return self }
    return Quantity(try value.multiplied(by: minutes), unit: "分钟")
  }

  /// Whether the two can be compared: the same unit, or both money, or both time.
  public func isCompatible(with other: Quantity) -> Bool { Self.kind(unit) == Self.kind(other.unit) }

  /// Less than 0, 0, or more than 0 as this is less than, equal to or more than `other`; nil when they can't be
  /// compared.
  public func compared(to other: Quantity) throws(ArithmeticOverflow) -> Int? {
    guard isCompatible(with: other) else { return nil }
    let (mine, others) = (try inBaseUnit().value, try other.inBaseUnit().value)
    return mine < others ? -1 : mine > others ? 1 : 0
  }

  private static func kind(_ unit: String) -> String {
    MoneyUnit(rawValue: unit) != nil ? "元" : minutes(in: unit) != nil ? "分钟" : unit
  }

  private static func minutes(in unit: String) -> Int64? {
    switch unit {
    case "分钟": 1
    case "小时": 60
    case "天", "日": 24 * 60
    default: nil
    }
  }
}
