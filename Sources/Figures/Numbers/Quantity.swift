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

  /// Whether the two can be compared: the same unit, or both money, or both time; 名 is 位.
  public func isCompatible(with other: Quantity) -> Bool { Self.kind(unit) == Self.kind(other.unit) }

  /// As a column keeps the number: fen of money, a day as `DueDay.code`, else ten-thousandths; nil for finer ones.
  public func stored() throws(ArithmeticOverflow) -> Int64? {
    try value.rescaled(to: Self.storedDecimals(unit))?.units
  }

  /// - Parameter stored: as a column keeps it.
  public init(stored: Int64, unit: String) {
    self.init(Fixed(units: stored, decimals: Self.storedDecimals(unit)), unit: unit)
  }

  private static func storedDecimals(_ unit: String) -> Int {
    MoneyUnit(rawValue: unit)?.decimalsOfFen ?? (unit == DueDay.unit ? 0 : 4)
  }

  private static func kind(_ unit: String) -> String {
    if MoneyUnit(rawValue: unit) != nil { return "元" }
    if minutes(in: unit) != nil { return "分钟" }
    return unit == "名" ? "位" : unit
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
