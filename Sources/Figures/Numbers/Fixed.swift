/// A number with a fixed number of decimals: `units` × 10^-`decimals`, exactly.
///
/// Money is a `Fixed` too: fen are units with two decimals in 元, and the same fen are units with six
/// decimals in 万元. Negative decimals are thousands and the like: 12 with −3 decimals is 12000.
///
/// Two are equal when their values are: 1.5 = 1.50.
public struct Fixed: Sendable {
  public var units: Int64
  public var decimals: Int

  public init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  public var isZero: Bool { units == 0 }
  public var isNegative: Bool { units < 0 }

  /// The same value without trailing zero decimals, but with at least `least` of them.
  public func reduced(toAtLeast least: Int = 0) -> Fixed {
    var result = self
    while result.decimals > least, result.units % 10 == 0 {
      if result.units == 0 { return Fixed(units: 0, decimals: least) }
      result.units /= 10
      result.decimals -= 1
    }
    return result
  }
}

extension Fixed: Comparable, Hashable {
  public static func == (a: Fixed, b: Fixed) -> Bool {
    let (a, b) = aligned(a, b)
    return a == b
  }

  public static func < (a: Fixed, b: Fixed) -> Bool {
    let (a, b) = aligned(a, b)
    return a < b
  }

  public func hash(into hasher: inout Hasher) {
    let canonical = reduced(toAtLeast: .min)
    hasher.combine(canonical.units)
    hasher.combine(canonical.isZero ? 0 : canonical.decimals)
  }

  /// Both numbers' units at the finer one's decimals, good for comparing: nineteen powers of ten lift any units
  /// but 0 over every Int64, so more of them change no order.
  private static func aligned(_ a: Fixed, _ b: Fixed) -> (Int128, Int128) {
    let apart = decimalsApart(a.decimals, b.decimals)
    let lift = powerOfTen(Int(min(apart.magnitude, 19))) ?? 1
    return apart < 0 ? (Int128(a.units) * lift, Int128(b.units)) : (Int128(a.units), Int128(b.units) * lift)
  }
}
