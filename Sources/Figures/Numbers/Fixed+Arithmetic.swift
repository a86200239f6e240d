/// Exact arithmetic. What does not fit is thrown, never wrapped, never a trap; the result has the decimals of the
/// finer operand.
extension Fixed {
  public func adding(_ other: Fixed) throws(ArithmeticOverflow) -> Fixed {
    // Of most sums, all numbers have as many decimals.
    if decimals == other.decimals {
      let (sum, overflow) = units.addingReportingOverflow(other.units)
      if overflow { throw ArithmeticOverflow() }
      return Fixed(units: sum, decimals: decimals)
    }
    var sum = WideSum(decimals: max(decimals, other.decimals))
    try sum.add(self)
    try sum.add(other)
    return try sum.fixed()
  }

  public func subtracting(_ other: Fixed) throws(ArithmeticOverflow) -> Fixed {
    var sum = WideSum(decimals: max(decimals, other.decimals))
    try sum.add(self)
    try sum.add(other, times: -1)
    return try sum.fixed()
  }

  public func negated() throws(ArithmeticOverflow) -> Fixed { try multiplied(by: -1) }

  public func multiplied(by factor: Int64) throws(ArithmeticOverflow) -> Fixed {
    let (product, overflow) = units.multipliedReportingOverflow(by: factor)
    if overflow { throw ArithmeticOverflow() }
    return Fixed(units: product, decimals: decimals)
  }

  /// The number without its sign.
  public func absolute() throws(ArithmeticOverflow) -> Fixed { isNegative ? try negated() : self }

  /// The sum; nil for no numbers, since nothing is not zero. Only the result has to fit, not every step.
  public static func sum(_ numbers: some Collection<Fixed>) throws(ArithmeticOverflow) -> Fixed? {
    guard let decimals = numbers.lazy.map(\.decimals).max() else { return nil }
    var sum = WideSum(decimals: decimals)
    for number in numbers { try sum.add(number) }
    return try sum.fixed()
  }
}

/// A sum on its way: twice as wide as its result, so that only the result has to fit.
struct WideSum {
  private(set) var units: Int128 = 0
  let decimals: Int

  init(decimals: Int) { self.decimals = decimals }

  /// `number` has no more decimals than the sum.
  mutating func add(_ number: Fixed, times weight: Int64 = 1) throws(ArithmeticOverflow) {
    let shift = decimalsApart(decimals, number.decimals)
    guard let part = scaled(Int128(number.units) * Int128(weight), byPowerOfTen: shift) else {
      throw ArithmeticOverflow()
    }
    let (sum, overflow) = units.addingReportingOverflow(part)
    if overflow { throw ArithmeticOverflow() }
    units = sum
  }

  func fixed() throws(ArithmeticOverflow) -> Fixed {
    guard let narrow = Int64(exactly: units) else { throw ArithmeticOverflow() }
    return Fixed(units: narrow, decimals: decimals)
  }
}
