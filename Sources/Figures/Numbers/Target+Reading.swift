extension Target {
  public static func read(_ text: String) -> Result<Target, TargetProblem> {
    var scanner = NumberScanner(text)
    let entered = String(scanner.rest)
    if NumberText.isEmptyMark(scanner.rest) { return .failure(.empty) }
    if let comparison = scanComparison(&scanner) {
      scanner.skipSpaces()
      if scanner.isAtEnd { return .failure(.missingNumber) }
      return scanQuantity(&scanner).map { Target(.quantity(comparison, $0), enteredAs: entered) }
    }
    if let place = rank(scanner) { return .success(Target(.rank(place), enteredAs: entered)) }
    if !hasDigits(scanner.rest) { return .success(Target(.quality(entered), enteredAs: entered)) }
    let isNumber = scanner.peek.map { isDigit($0) || "+-.".unicodeScalars.contains($0) } ?? false
    guard isNumber else { return .failure(.unclear) }
    return scanQuantity(&scanner).map { Target(.quantity(.equal, $0), enteredAs: entered) }
  }

  private static func scanComparison(_ scanner: inout NumberScanner) -> Comparison? {
    guard let comparison = scanner.peek.flatMap({ signs[$0] }) else { return nil }
    scanner.skipOne()
    switch comparison {
    case .moreThan where scanner.skip("="): return .atLeast
    case .lessThan where scanner.skip("="): return .atMost
    default: return comparison
    }
  }

  private static let signs: [Unicode.Scalar: Comparison] = [
    "≥": .atLeast, "≧": .atLeast, "⩾": .atLeast, ">": .moreThan, "=": .equal,
    "<": .lessThan, "≤": .atMost, "≦": .atMost, "⩽": .atMost,
  ]

  static func scanQuantity(_ scanner: inout NumberScanner) -> Result<Quantity, TargetProblem> {
    let isNegative = scanner.skipSign() ?? false
    return scanner.scanDigits().mapError(TargetProblem.number).flatMap { digits in
      scanner.skipSpaces()
      guard let unit = unit(scanner.rest) else { return .failure(.unclear) }
      let most = MoneyUnit(rawValue: unit)?.decimalsOfFen ?? digits.decimals
      return digits.fixed(isNegative: isNegative, decimals: min(most, digits.decimals))
        .map { Quantity($0, unit: unit) }
        .mapError(TargetProblem.number)
    }
  }

  /// nil for what is more than a unit: further digits and signs, and words that say how to compare (以上, 左右, 前).
  private static func unit(_ text: Substring.UnicodeScalarView) -> String? {
    var unit = String.UnicodeScalarView()
    for scalar in text.prefix(longestUnit + 1).lazy.map(NumberScanner.plain) {
      let isUnit = scalar.properties.isAlphabetic || unitSymbols.contains(scalar)
      guard isUnit, !comparingWords.contains(scalar) else { return nil }
      unit.append(scalar)
    }
    return unit.count <= longestUnit ? String(unit) : nil
  }

  private static let longestUnit = 12
  private static let unitSymbols = "%‰°℃/·²³".unicodeScalars
  private static let comparingWords = "上下内外左右前后底至到约不".unicodeScalars

  /// 前十位, 前10名, 前三: the place; nil for anything else.
  private static func rank(_ scanner: NumberScanner) -> Int? {
    var scanner = scanner
    guard scanner.skip("前") else { return nil }
    var digits = String(String.UnicodeScalarView(scanner.rest.map(NumberScanner.plain)))
    if digits.last == "位" || digits.last == "名" { digits.removeLast() }
    let place = digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : ChineseNumeral.read(digits)
    return place.flatMap { $0 > 0 ? $0 : nil }
  }

  private static func hasDigits(_ text: Substring.UnicodeScalarView) -> Bool {
    text.contains { isDigit(NumberScanner.plain($0)) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
