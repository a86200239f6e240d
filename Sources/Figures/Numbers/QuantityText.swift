/// Reads numbers with their unit, and ranges of them, of texts in plain characters.
enum QuantityText {
  /// `323.1万元`, `95 %`, `6250`.
  static func quantity(_ text: String) -> Result<Quantity, TargetProblem> {
    number(text).flatMap { number in
      guard let unit = UnitText.read(number.rest) else { return .failure(.unclear) }
      return number.quantity(unit)
    }
  }

  /// `90%-95%`, `90%—95%`, `5至10天`: both ends, of one unit; nil for what is no range. The unit may stand once, at the
  /// end.
  static func range(_ text: String) -> Result<(low: Quantity, high: Quantity), TargetProblem>? {
    guard case .success(let low) = number(text), let parted = parts(low.rest) else { return nil }
    return number(parted.second).flatMap { high in
      guard let first = UnitText.read(parted.first), let unit = UnitText.read(high.rest),
        first.isEmpty || first == unit
      else { return .failure(.unclear) }
      return low.quantity(unit).flatMap { low in
        high.quantity(unit).flatMap { low.value <= $0.value ? .success((low, $0)) : .failure(.unclear) }
      }
    }
  }

  private struct Number {
    var digits: Digits
    var isNegative: Bool
    /// What follows it.
    var rest: Substring.UnicodeScalarView

    func quantity(_ unit: String) -> Result<Quantity, TargetProblem> {
      let most = MoneyUnit(rawValue: unit)?.decimalsOfFen ?? digits.decimals
      return digits.fixed(isNegative: isNegative, decimals: min(most, digits.decimals))
        .map { Quantity($0, unit: unit) }
        .mapError(TargetProblem.number)
    }
  }

  private static func number(_ text: String) -> Result<Number, TargetProblem> {
    var scanner = NumberScanner(text)
    let isNegative = scanner.skipSign() ?? false
    return scanner.scanDigits().mapError(TargetProblem.number).map { digits in
      scanner.skipSpaces()
      return Number(digits: digits, isNegative: isNegative, rest: scanner.rest)
    }
  }

  /// The first number's unit, and the text from the second number on.
  private static func parts(
    _ rest: Substring.UnicodeScalarView
  ) -> (first: Substring.UnicodeScalarView, second: String)? {
    guard let dash = rest.firstIndex(where: dashes.contains) else { return nil }
    var second = NumberScanner(String(rest[rest.index(after: dash)...]))
    // ——
    if let next = second.peek, next != "-", dashes.contains(next) { second.skipOne() }
    second.skipSpaces()
    guard let next = second.peek, ("0"..."9").contains(next) || "+-.".unicodeScalars.contains(next) else {
      return nil
    }
    return (NumberScanner(String(rest[..<dash])).rest, String(second.rest))
  }

  private static let dashes = "-~—–―‒‐‑〜至到".unicodeScalars
}
