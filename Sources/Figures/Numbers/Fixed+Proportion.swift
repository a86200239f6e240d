extension Fixed {
  /// `self` × `part` ÷ `whole`, rounded once; nil when `whole` is 0. A weight of 8 points, 81 of 90: 7.20.
  public func proportion(
    _ part: Fixed, of whole: Fixed, decimals: Int, rounding: Rounding = .halfAwayFromZero
  ) throws(ArithmeticOverflow) -> Fixed? {
    if whole.isZero { return nil }
    // Two Int64 always fit into one Int128.
    var numerator = Int128(units) * Int128(part.units)
    var denominator = Int128(whole.units)
    if numerator == 0 { return Fixed(units: 0, decimals: decimals) }
    let own = self.decimals + part.decimals - whole.decimals
    let lift = decimalsApart(decimals, own)
    guard let lifted = scaled(lift < 0 ? denominator : numerator, byPowerOfTen: abs(lift)) else {
      throw ArithmeticOverflow()
    }
    if lift < 0 { denominator = lifted } else { numerator = lifted }
    guard let units = Int64(exactly: rounding.quotient(numerator, denominator)) else {
      throw ArithmeticOverflow()
    }
    return Fixed(units: units, decimals: decimals)
  }
}
