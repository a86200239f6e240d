import Figures

extension GridNumber {
  /// A zero that is not to be seen.
  var staysBlank: Bool { hidesZero && value.isZero }

  /// The number as a spreadsheet's file holds it; nil when it has more than 15 digits.
  var double: Double? {
    var value = value
    let limit: UInt64 = 1_000_000_000_000_000
    if value.units.magnitude >= limit || !(0...15).contains(value.decimals) {
      value = value.reduced()
      guard value.units.magnitude < limit, (0...22).contains(value.decimals) else { return nil }
    }
    return Double(value.units) / Self.powers[value.decimals]
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}
