/// 10^`exponent`; nil below 0 and beyond what Int128 holds (10^38).
func powerOfTen(_ exponent: Int) -> Int128? {
  guard (0...38).contains(exponent) else { return nil }
  // Most are small, and multiplied in one step each.
  let small = min(exponent, 18)
  var first: Int64 = 1
  for _ in 0..<small { first &*= 10 }
  var power = Int128(first)
  for _ in small..<exponent { power *= 10 }
  return power
}

/// `units` × 10^`exponent`, nil beyond Int128 and for a negative exponent.
func scaled(_ units: Int128, byPowerOfTen exponent: Int) -> Int128? {
  if units == 0, exponent >= 0 { return 0 }
  guard let power = powerOfTen(exponent) else { return nil }
  let (product, overflow) = units.multipliedReportingOverflow(by: power)
  return overflow ? nil : product
}

/// How many decimals `a` has more than `b`, for any two Ints.
func decimalsApart(_ a: Int, _ b: Int) -> Int {
  let (difference, overflow) = a.subtractingReportingOverflow(b)
  return overflow ? (a > b ? .max : .min) : difference
}
