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
    let rounded = value.rounded(to: decimals, rounding).reduced()
    let digits = Array(String(rounded.units.magnitude).utf8)
    let fraction = max(rounded.decimals, 0)
    var whole = Array(digits.dropLast(fraction))
    if whole.isEmpty { whole = [Self.zero] }
    if !rounded.isZero { whole += zeros(decimalsApart(0, rounded.decimals)) }
    var text: [UInt8] = rounded.isNegative ? [UInt8(ascii: "-")] : []
    text += isGrouped ? grouped(whole) : whole
    let shown = keepsTrailingZeros ? max(decimals, fraction) : fraction
    if shown > 0 {
      text.append(UInt8(ascii: "."))
      text += zeros(fraction - digits.count) + digits.suffix(fraction) + zeros(shown - fraction)
    }
    return String(decoding: text, as: UTF8.self)
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
  private func zeros(_ count: Int) -> [UInt8] { Array(repeating: Self.zero, count: min(max(count, 0), 400)) }

  private func grouped(_ whole: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return text
  }
}
