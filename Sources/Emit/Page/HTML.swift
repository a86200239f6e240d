import Figures

/// HTML on its way into a page, in UTF-8: markup as it is written, and texts as text.
struct HTML {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds markup as it is written here.
  static func += (html: inout HTML, markup: StaticString) {
    markup.withUTF8Buffer { html.bytes.append(contentsOf: $0) }
  }

  /// Adds markup with what is known to be none in it: numbers and names.
  mutating func append(markup: String) { bytes.append(markup) }

  static func += (html: inout HTML, other: HTML) { html.bytes += other.bytes }

  // MARK: Text

  /// Adds text as text, in elements and in attributes. What HTML and XML can hold in no form becomes U+FFFD.
  mutating func append(_ text: String) {
    if !appendClear(text) { escape(text) }
  }

  /// Adds text whose line breaks are breaks.
  mutating func appendLines(_ text: String) {
    if appendClear(text) { return }
    guard text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return escape(text) }
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

  /// Adds a text that can be copied.
  private mutating func appendClear(_ text: String) -> Bool {
    if bytes.append(text, without: HTMLText.suspects) { return true }
    var text = text
    guard text.withUTF8(HTMLText.isClear) else { return false }
    bytes.append(text)
    return true
  }

  private mutating func escape(_ text: String) {
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
