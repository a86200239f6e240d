/// What becomes of a number exactly between two neighbours. Everything else goes to the nearer one.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
  /// 四舍五入: 0.125 → 0.13, −0.125 → −0.13.
  case halfAwayFromZero = "half-away-from-zero"
  /// 四舍六入五成双, GB/T 8170-2008 3.2: 28.165 → 28.16, 28.175 → 28.18.
  case halfToEven = "half-to-even"

  /// `numerator` ÷ `denominator` to the nearest integer. The denominator is not 0, and the result is none that
  /// the numbers cannot hold.
  func quotient<Number: FixedWidthInteger & SignedInteger>(
    _ numerator: Number, _ denominator: Number
  ) -> Number {
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let toNext = denominator.magnitude - rest
    let isUp = rest > toNext || (rest == toNext && (self == .halfAwayFromZero || whole % 2 == 1))
    let magnitude = Number(whole) + (isUp ? 1 : 0)
    return (numerator < 0) == (denominator < 0) ? magnitude : -magnitude
  }
}
