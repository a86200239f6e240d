import Figures

/// How the numbers of a column are shown.
struct NumberLook {
  /// The most that are shown; nil for those of a percentage, all of which are.
  let decimals: Int?
  let hidesZero: Bool
  let keepsZeros: Bool

  func number(_ value: Fixed) -> GridNumber {
    guard let decimals else { return GridNumber(percentage: value, hidesZero: hidesZero) }
    return GridNumber(value, decimals: decimals, hidesZero: hidesZero, keepsZeros: keepsZeros)
  }
}
