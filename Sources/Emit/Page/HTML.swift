/// Text in a page.
enum HTML {
  /// The text as text, in elements and in attributes. What HTML and XML can hold in no form becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    guard needsCare(text) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(escaped)
  }

  /// Text whose line breaks are breaks.
  static func lines(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return escaped(text) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { escaped(String($0)) }.joined(separator: "<br/>")
  }

  /// A text that as a whole is an address of the web is a link; any other, `javascript:` too, is text.
  static func linked(_ text: String) -> String? {
    // Hardly any text is one: the first letter tells most of them.
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return nil }
    let start = text.utf8.prefix(8).map { $0 | 0x20 }
    guard let scheme = ["https://", "http://"].first(where: { start.starts(with: $0.utf8) }),
      text.utf8.count > scheme.utf8.count, isAddress(text)
    else { return nil }
    let host = text.utf8.dropFirst(scheme.utf8.count).first
    if host == UInt8(ascii: "/") || host == UInt8(ascii: "?") || host == UInt8(ascii: "#") { return nil }
    let escaped = escaped(text)
    return "<a href=\"\(escaped)\">\(escaped)</a>"
  }

  /// Without what no address holds: spaces of any kind, quotes and brackets, controls.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !barred.contains($0) }) else { return false }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    return text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && !isForbidden($0) }
  }

  private static let barred = Set("<>\"'\\`{}|^".utf8)

  /// Control characters, noncharacters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether some character may need more than to be copied: ASCII with a meaning, or the beginning of what is
  /// forbidden. Most texts, full-width punctuation and all, are clear.
  private static func needsCare(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0..<0x20, 0x7F, 0xF0...: return true
      case 0x80..<0xA0 where last == 0xC2: return true
      case 0xB7, 0xBF: if last == 0xEF { return true }
      default: break
      }
      last = byte
    }
    return false
  }
}
