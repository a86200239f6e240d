import Figures

/// HTML on its way into a page, in UTF-8: markup as it is written, and texts as text.
struct HTML {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds markup.
  static func += (html: inout HTML, markup: String) { html.bytes.append(contentsOf: markup.utf8) }

  static func += (html: inout HTML, other: HTML) { html.bytes += other.bytes }

  // MARK: Text

  /// Adds text as text, in elements and in attributes. What HTML and XML can hold in no form becomes U+FFFD.
  mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if !HTMLText.isClear(bytes[start...]) { escape(text, from: start) }
  }

  /// Adds text whose line breaks are breaks.
  mutating func appendLines(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if HTMLText.isClear(bytes[start...]) { return }
    guard bytes[start...].contains(where: { $0 == 10 || $0 == 13 }) else { return escape(text, from: start) }
    bytes.removeSubrange(start...)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if index > 0 { self += "<br/>" }
      append(String(line))
    }
  }

  /// Adds a text that as a whole is an address of the web as a link; any other, `javascript:` too, is not added.
  mutating func appendLink(_ text: String) -> Bool {
    guard HTMLText.isAddress(text) else { return false }
    self += "<a href=\""
    append(text)
    self += "\">"
    append(text)
    self += "</a>"
    return true
  }

  /// Writes over what was added from `start` on.
  private mutating func escape(_ text: String, from start: Int) {
    bytes.removeSubrange(start...)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      default: bytes.append(contentsOf: (HTMLText.isForbidden(scalar) ? "\u{FFFD}" : scalar).utf8)
      }
    }
  }

  // MARK: Numbers

  /// Adds a number as a cell shows it.
  mutating func append(_ number: GridNumber) { number.append(to: &bytes) }

  /// Adds a number with all its digits.
  mutating func append(_ number: Fixed) {
    NumberFormat(decimals: max(number.decimals, 0)).append(number, to: &bytes)
  }
}
