import Figures

/// A number in a cell: exact, and how much of it is shown.
public struct GridNumber: Hashable, Sendable {
  /// In the printed unit, with all its decimals.
  public var value: Fixed
  /// How many decimals are shown: `0`, `0.0` or `0.00`, chosen from the value itself.
  public var shownDecimals: Int
  /// Whether zero stays blank. A value that only rounds to zero is shown as 0.
  public var hidesZero: Bool

  /// Shows at most `decimals` decimals of a value, less the zeros at their end unless these are kept.
  public init(_ value: Fixed, decimals: Int, hidesZero: Bool = false, keepsZeros: Bool = false) {
    self.value = value
    shownDecimals = keepsZeros ? decimals : max(value.rounded(to: decimals).reduced().decimals, 0)
    self.hidesZero = hidesZero
  }

  /// Shows all decimals of a percentage.
  init(percentage value: Fixed, hidesZero: Bool = false) {
    self.value = value
    shownDecimals = max(value.decimals, 0)
    self.hidesZero = hidesZero
  }

  /// As it is shown: rounded once, half away from zero; empty where zero stays blank.
  public var text: String { isHidden ? "" : format.string(value) }

  /// Whether it is a zero that stays blank.
  var isHidden: Bool { hidesZero && value.isZero }

  /// The number as it is shown, at the end of a text in UTF-8.
  func append(to text: inout [UInt8]) {
    if !isHidden { format.append(value, to: &text) }
  }

  private var format: NumberFormat { NumberFormat(decimals: shownDecimals) }
}
