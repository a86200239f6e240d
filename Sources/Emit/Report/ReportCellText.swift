/// What a cell of a workbook can hold of a text.
enum ReportCellText {
  /// Excel's limit, in UTF-16 units.
  static let longest = 32_767

  /// Without what XML has no place for (a NUL ends the text in C), with `_x0041_` protected from being taken for a
  /// character's number, and cut with `…` where it is too long.
  static func string(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var length = 0
    let limit = longest - 1
    for scalar in text.unicodeScalars.lazy.map(allowed) {
      let width = UTF16.width(scalar)
      if length + width > limit {
        kept.append("…")
        break
      }
      kept.append(scalar)
      length += width
    }
    return protected(String(kept))
  }

  /// How many lines the text takes in a column of that width, in characters of which a Chinese one takes two. A line
  /// is counted a little shorter than it is, since words are not cut.
  static func lines(of text: String, width: Double) -> Int {
    let room = max(2, Int(width) - 2)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
      lines, line in
      let taken = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
      return lines + max(1, (taken + room - 1) / room)
    }
  }

  private static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    PublishedText.isForbidden(scalar) ? "\u{FFFD}" : scalar
  }

  private static func protected(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
  }
}
