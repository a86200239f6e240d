/// Reads numbers as people write them, and refuses what can be read in two ways.
///
/// Read: `1,234.50`, `￥1,234.50`, `１２．５`, `+5`, `.5`, `-12.3`, `(12.3)`, `（12.3）` (negative, as accountants
/// write it), `1.2万元`. Empty, not zero: nothing, `-`, `—`, `——`, `－`. Refused: see `NumberProblem`.
public enum NumberText {
  /// A number of at most `decimals` decimals, and with exactly these in the result; nil when the cell is empty.
  /// `unit` may stand after it: `95%`, `24 人`, `800㎡`.
  public static func read(
    _ text: String, decimals: Int, unit: String = ""
  ) -> Result<Fixed?, NumberProblem> {
    scan(text, isMoney: false).flatMap { written in
      guard let written else { return .success(nil) }
      guard written.unit.isEmpty || written.unit == UnitText.read(unit.unicodeScalars) else {
        return .failure(.unknownUnit(written.unit))
      }
      return written.digits.fixed(isNegative: written.isNegative, decimals: decimals).map { $0 }
    }
  }

  /// Money in `unit`, unless the text itself names 元, 万元 or 亿元; nil when the cell is empty.
  public static func readAmount(
    _ text: String, unit: MoneyUnit = .yuan
  ) -> Result<Amount?, NumberProblem> {
    scan(text, isMoney: true).flatMap { written in
      guard let written else { return .success(nil) }
      guard let unit = written.unit.isEmpty ? unit : MoneyUnit(rawValue: written.unit) else {
        return .failure(.unknownUnit(written.unit))
      }
      let fixed = written.digits.fixed(isNegative: written.isNegative, decimals: unit.decimalsOfFen)
      return fixed.map { Amount(fen: $0.units) }
    }
  }

  /// Whether the text is a number without a unit, of any size and any decimals.
  public static func isNumber(_ text: String) -> Bool {
    guard case .success(let written?) = scan(text, isMoney: false) else { return false }
    return written.unit.isEmpty
  }

  private struct Written {
    var digits: Digits
    var isNegative: Bool
    var unit: String
  }

  /// Sign, currency sign, digits, brackets and unit; nil for an empty cell.
  private static func scan(_ text: String, isMoney: Bool) -> Result<Written?, NumberProblem> {
    var scanner = NumberScanner(text)
    if isEmptyMark(scanner.rest) { return .success(nil) }
    let hasBracket = scanner.skip("(")
    var sign = hasBracket ? nil : scanner.skipSign()
    if isMoney, scanner.skip("¥") {
      scanner.skipSpaces()
      if sign == nil, !hasBracket { sign = scanner.skipSign() }
    }
    return scanner.scanDigits().flatMap { digits in
      // The bracket closes after the digits or after the unit: (12.3)万元, (12.3万元).
      let isClosed = !hasBracket || scanner.skip(")") || scanner.skipLast(")")
      scanner.skipSpaces()
      guard isClosed, let unit = UnitText.read(scanner.rest) else { return .failure(.notANumber) }
      return .success(Written(digits: digits, isNegative: hasBracket || sign == true, unit: unit))
    }
  }

  /// Nothing, or one or two dashes, as tables print an empty cell.
  static func isEmptyMark(_ text: Substring.UnicodeScalarView) -> Bool {
    text.prefix(3).count <= 2
      && text.allSatisfy { NumberScanner.plain($0) == "-" || (0x2010...0x2015).contains($0.value) }
  }
}
