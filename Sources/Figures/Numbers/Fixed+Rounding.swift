extension Fixed {
  /// The same value with exactly `decimals` decimals; nil when that would lose digits.
  public func rescaled(to decimals: Int) throws(ArithmeticOverflow) -> Fixed? {
    let shift = decimalsApart(decimals, self.decimals)
    if shift >= 0 {
      guard let wide = scaled(Int128(units), byPowerOfTen: shift), let units = Int64(exactly: wide) else {
        throw ArithmeticOverflow()
      }
      return Fixed(units: units, decimals: decimals)
    }
    let rounded = rounded(to: decimals)
    return rounded == self ? rounded : nil
  }

  /// The nearest number with at most `decimals` decimals. A number that has no more is returned as it is, so
  /// rounding never fails. Negative decimals round to tens, hundreds, thousands.
  public func rounded(to decimals: Int, _ rounding: Rounding = .halfAwayFromZero) -> Fixed {
    let dropped = decimalsApart(self.decimals, decimals)
    guard dropped > 0 else { return self }
    // Twenty powers of ten are more than twice any Int64: the nearest number is 0.
    guard dropped < 20, let power = powerOfTen(dropped) else { return Fixed(units: 0, decimals: decimals) }
    // Most powers are small, and dividing by them is quicker.
    let small = Int64(exactly: power).map { rounding.quotient(units, $0) }
    return Fixed(units: small ?? Int64(rounding.quotient(Int128(units), power)), decimals: decimals)
  }

  /// `a` ÷ `b`, rounded once; nil when `b` is 0.
  public static func ratio(
    _ a: Fixed, _ b: Fixed, decimals: Int, rounding: Rounding = .halfAwayFromZero
  ) throws(ArithmeticOverflow) -> Fixed? {
    if b.isZero { return nil }
    if a.isZero { return Fixed(units: 0, decimals: decimals) }
    let lift = decimalsApart(decimals, decimalsApart(a.decimals, b.decimals))
    var (numerator, denominator) = (Int128(a.units), Int128(b.units))
    if lift >= 0 {
      guard let lifted = scaled(numerator, byPowerOfTen: lift) else { throw ArithmeticOverflow() }
      numerator = lifted
    } else {
      // Twenty powers of ten make the denominator more than twice any numerator: the nearest number is 0.
      guard lift > -20, let lifted = scaled(denominator, byPowerOfTen: -lift) else {
        return Fixed(units: 0, decimals: decimals)
      }
      denominator = lifted
    }
    guard let units = Int64(exactly: rounding.quotient(numerator, denominator)) else {
      throw ArithmeticOverflow()
    }
    return Fixed(units: units, decimals: decimals)
  }

  /// 占比, 完成率, 增长率: `part` in percent of `base`, rounded once. nil where one of them is not there, and where the
  /// base is zero, or below it, which turns every sign round.
  public static func percentage(
    _ part: Fixed?, of base: Fixed?, decimals: Int = 2, rounding: Rounding = .halfAwayFromZero
  ) throws(ArithmeticOverflow) -> Fixed? {
    guard let part, let base, base.units > 0 else { return nil }
    guard decimals < .max - 2 else { throw ArithmeticOverflow() }
    let share = try ratio(part, base, decimals: decimals + 2, rounding: rounding)
    return share.map { Fixed(units: $0.units, decimals: decimals) }
  }
}
