/// 金额: money, exact, in fen. What does not fit is thrown, never wrapped.
public struct Amount: Hashable, Sendable {
  public var fen: Int64

  public init(fen: Int64) { self.fen = fen }

  /// nil when the value has digits below the fen.
  public init?(_ value: Fixed, in unit: MoneyUnit = .yuan) throws(ArithmeticOverflow) {
    guard let fixed = try value.rescaled(to: unit.decimalsOfFen) else { return nil }
    fen = fixed.units
  }

  /// The amount in `unit`, exactly: 12,345 fen are 123.45 元 and 0.012345 万元.
  public func fixed(in unit: MoneyUnit = .yuan) -> Fixed {
    Fixed(units: fen, decimals: unit.decimalsOfFen)
  }

  public func adding(_ other: Amount) throws(ArithmeticOverflow) -> Amount {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    if overflow { throw ArithmeticOverflow() }
    return Amount(fen: sum)
  }

  public func subtracting(_ other: Amount) throws(ArithmeticOverflow) -> Amount {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    if overflow { throw ArithmeticOverflow() }
    return Amount(fen: difference)
  }

  public func multiplied(by factor: Int64) throws(ArithmeticOverflow) -> Amount {
    let (product, overflow) = fen.multipliedReportingOverflow(by: factor)
    if overflow { throw ArithmeticOverflow() }
    return Amount(fen: product)
  }

  public func negated() throws(ArithmeticOverflow) -> Amount { try multiplied(by: -1) }
}

extension Amount: Comparable {
  public static func < (a: Amount, b: Amount) -> Bool { a.fen < b.fen }
}
