/// 印出数: a figure as a document prints it. With `decimals` it stands for everything that rounds to it, the closed
/// interval value ± ½·10^-decimals; without, it is exact and stands for itself.
///
/// Decimals belong to the table, not to the string: `61.1` in a table of two decimals has two.
/// XBRL Calculations 1.1, recommendation of 2023-02-22.
public struct PrintedFigure: Hashable, Sendable {
  public var value: Fixed
  /// nil: exact. −3: printed in thousands.
  public var decimals: Int?

  public init(_ value: Fixed, decimals: Int? = nil) {
    self.value = value
    self.decimals = decimals
  }

  /// Whether it has digits beyond its decimals, so that one of the two is wrong: 12.345 in a table of two.
  public var hasTooManyDigits: Bool { decimals.map { value.rounded(to: $0) != value } ?? false }

  /// Whether `exact` is printed as this figure.
  public func isPrint(of exact: Fixed, rounding: Rounding = .halfAwayFromZero) -> Bool {
    (decimals.map { exact.rounded(to: $0, rounding) } ?? exact) == value
  }
}
