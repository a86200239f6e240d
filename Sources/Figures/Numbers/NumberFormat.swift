/// How a number is printed. It is rounded once, from its exact value, and zero never has a sign.
public struct NumberFormat: Hashable, Sendable {
  /// The most decimals that are shown; fewer than 0 rounds to tens, hundreds, thousands.
  public var decimals: Int
  public var rounding: Rounding
  /// Thousands parted by commas: 1,234.50.
  public var isGrouped: Bool
  /// 1.50, or 1.5.
  public var keepsTrailingZeros: Bool

  public init(
    decimals: Int, rounding: Rounding = .halfAwayFromZero, isGrouped: Bool = false,
    keepsTrailingZeros: Bool = true
  ) {
    self.decimals = decimals
    self.rounding = rounding
    self.isGrouped = isGrouped
    self.keepsTrailingZeros = keepsTrailingZeros
  }

  public func string(_ amount: Amount, in unit: MoneyUnit) -> String { string(amount.fixed(in: unit)) }

  public func string(_ value: Fixed) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(24)
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The number at the end of a text in UTF-8.
  public func append(_ value: Fixed, to text: inout [UInt8]) {
    let rounded = value.rounded(to: decimals, rounding).reduced()
    if rounded.isNegative { text.append(UInt8(ascii: "-")) }
    Self.withDigits(of: rounded.units.magnitude) { digits in
      let fraction = max(rounded.decimals, 0)
      let whole = max(digits.count - fraction, 0)
      let start = text.count
      if whole == 0 { text.append(Self.zero) }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<whole]))
      if !rounded.isZero { appendZeros(decimalsApart(0, rounded.decimals), to: &text) }
      if isGrouped { group(from: start, of: &text) }
      let shown = keepsTrailingZeros ? max(decimals, fraction) : fraction
      guard shown > 0 else { return }
      text.append(UInt8(ascii: "."))
      appendZeros(fraction - digits.count, to: &text)
      if fraction > 0 { text.append(contentsOf: UnsafeBufferPointer(rebasing: digits[whole...])) }
      appendZeros(shown - fraction, to: &text)
    }
  }

  /// This format with as many more decimals as it takes to show that `value` is not zero; itself for a value
  /// that it shows, and for zero.
  public func showing(_ value: Fixed) -> NumberFormat {
    var format = self
    while format.decimals < value.decimals, value.rounded(to: format.decimals, rounding).isZero {
      format.decimals += 1
    }
    return value.isZero ? self : format
  }

  private static let zero = UInt8(ascii: "0")

  /// No more than a page of them, whatever a scale may claim.
  private func appendZeros(_ count: Int, to text: inout [UInt8]) {
    for _ in 0..<min(max(count, 0), 400) { text.append(Self.zero) }
  }

  private static func withDigits(of number: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // No UInt64 has more than twenty.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      var rest = number
      repeat {
        first -= 1
        digits.initializeElement(at: first, to: zero + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0
      body(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// Parts the digits from `start` on by commas.
  private func group(from start: Int, of text: inout [UInt8]) {
    var place = text.count - 3
    while place > start {
      text.insert(UInt8(ascii: ","), at: place)
      place -= 3
    }
  }
}
