/// What a text is to a page.
enum HTMLText {
  /// Whether every character can be copied: there is no ASCII with a meaning, no line break, and no beginning of what
  /// is forbidden. Most texts, full-width punctuation and all, are clear.
  static func isClear(_ text: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0..<0x20, 0x7F, 0xF0...: return false
      case 0x80..<0xA0 where last == 0xC2: return false
      case 0xB7, 0xBF: if last == 0xEF { return false }
      default: break
      }
      last = byte
    }
    return true
  }

  /// Control characters, noncharacters.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether the whole text is an address of the web.
  static func isAddress(_ text: String) -> Bool {
    // Hardly any text is one: the first letter tells most of them.
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return false }
    var text = text
    return text.withUTF8 { bytes in
      guard let scheme = schemes.first(where: { bytes.lazy.map { $0 | 0x20 }.starts(with: $0.utf8) }),
        bytes.count > scheme.utf8.count, bytes.allSatisfy({ !isBarred($0) })
      else { return false }
      let host = bytes[scheme.utf8.count]
      return host != UInt8(ascii: "/") && host != UInt8(ascii: "?") && host != UInt8(ascii: "#")
    } && !holdsForbidden(text)
  }

  private static let schemes = ["https://", "http://"]

  /// What no address holds: spaces, quotes and brackets, controls.
  private static func isBarred(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"):
      true
    default: false
    }
  }

  /// Spaces of any other kind, controls.
  private static func holdsForbidden(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    return text.unicodeScalars.contains { $0.properties.isWhitespace || isForbidden($0) }
  }
}
