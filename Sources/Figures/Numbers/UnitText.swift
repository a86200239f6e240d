/// A unit as people write it beside a number, in one spelling: `件`, `元/㎡`, `m2`, `μg/m3`, `吨CO2`, `件（套）`, `次/年`.
///
/// The signs that stand for several letters become these (㎏ is kg), 2 and 3 after m are raised (m2 is m²), and
/// brackets are the Chinese ones.
enum UnitText {
  /// In characters; what is longer is a sentence.
  static let longest = 12

  /// nil for what is no unit: other signs, further numbers, and words that say how to compare (以上, 左右, 前). Nothing
  /// is the unit of a bare number.
  static func read(_ text: some Collection<Unicode.Scalar>) -> String? {
    var unit = String.UnicodeScalarView()
    // An endless cell is not walked to its end.
    for scalar in text.prefix(longest + 1).lazy.map(NumberScanner.plain) {
      guard let spelled = spelling(of: scalar, after: unit) else { return nil }
      unit.append(contentsOf: spelled.unicodeScalars)
    }
    let text = String(unit)
    return unit.count <= longest && hasRightEnds(text) ? text : nil
  }

  /// nil where the scalar cannot stand there.
  private static func spelling(of scalar: Unicode.Scalar, after unit: String.UnicodeScalarView) -> String? {
    let isInBracket = unit.last(where: { $0 == "（" || $0 == "）" }) == "（"
    switch scalar {
    case "(": return !isInBracket && unit.last.map(isWord) == true ? "（" : nil
    case ")": return isInBracket && unit.last != "（" ? "）" : nil
    case "0"..."9":
      guard let last = unit.last, isLatin(last) else { return nil }
      return last == "m" ? powers[scalar] : String(scalar)
    default:
      if let signs = signs[scalar] { return signs }
      return isWord(scalar) && !comparing.contains(scalar) || symbols.contains(scalar) ? String(scalar) : nil
    }
  }

  /// A percent sign has at most a span of time after it: in `100%达标` is more than a unit. Brackets are closed, and
  /// give another word for what is counted, of one or two characters.
  private static func hasRightEnds(_ unit: String) -> Bool {
    if let first = unit.first, first == "%" || first == "‰", let next = unit.dropFirst().first, next != "/" {
      return false
    }
    let inside = unit.split(separator: "（", omittingEmptySubsequences: false).dropFirst().map {
      $0.split(separator: "）", omittingEmptySubsequences: false)
    }
    return unit != DueDay.unit && inside.allSatisfy { $0.count == 2 && (1...2).contains($0[0].count) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && isWord(scalar) }

  private static let symbols = "%‰°℃/·²³".unicodeScalars
  private static let comparing = "上下内外左右前后底至到约不".unicodeScalars
  private static let powers: [Unicode.Scalar: String] = ["2": "²", "3": "³"]
  private static let signs: [Unicode.Scalar: String] = [
    "㎡": "m²", "㎥": "m³", "㎢": "km²", "㎞": "km", "㎝": "cm", "㎜": "mm", "㎏": "kg", "㎎": "mg", "㎍": "μg",
    "\u{B5}": "μ", "₂": "2", "₃": "3", "㎾": "kW",
  ]
}
