/// 截尾: a figure whose last digits were cut off where they had to be rounded up, 87.708 printed 87.70.
public struct CutOff: Hashable, Sendable {
  /// The number that was cut off.
  public let exact: Fixed

  /// nil when that is not how `printed` came about. `expected` is `exact` rounded to its decimals.
  public init?(_ printed: Fixed, _ expected: Fixed, from exact: Fixed?) {
    let unit = expected.isNegative ? Int64(-1) : 1
    guard let exact, let size = try? exact.absolute(), let rounded = try? expected.absolute(), size < rounded,
      let below = try? expected.subtracting(Fixed(units: unit, decimals: expected.decimals)), printed == below
    else { return nil }
    self.exact = exact
  }
}
