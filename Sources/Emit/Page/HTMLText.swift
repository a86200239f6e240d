/// What a text is to a page.
enum HTMLText {
  /// ASCII with a meaning, line breaks, and what forbidden characters begin with. Most texts have none of them.
  static let suspects = ByteSet { byte in
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xEF...: true
    default: "\"&'<>".utf8.contains(byte)
    }
  }

  /// Whether every character can be copied, full-width punctuation and all: U+0080 … U+009F are C2 80 … C2 9F, and the
  /// noncharacters below U+10000 are EF B7 90 … EF B7 AF, EF BF BE and EF BF BF.
  static func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.indices.allSatisfy { index in
      if !suspects.contains(text[index]) { return true }
      guard index + 1 < text.count else { return false }
      switch text[index] {
      case 0xC2: return text[index + 1] >= 0xA0
      case 0xEF: return text[index + 1] != 0xB7 && text[index + 1] != 0xBF
      default: return false
      }
    }
  }

  /// Control characters, noncharacters.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  // MARK: Addresses

  /// Whether the whole text is an address of the web.
  static func isAddress(_ text: String) -> Bool {
    // Hardly any text is one: the first letter tells most of them.
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return false }
    var text = text
    let (isOne, isASCII) = text.withUTF8 { (hasHost($0) && !barred.isIn($0), !wide.isIn($0)) }
    return isOne
      && (isASCII || !text.unicodeScalars.contains { $0.properties.isWhitespace || isForbidden($0) })
  }

  /// Whether something that may be a host stands behind the scheme.
  private static func hasHost(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme = schemes.first { zip(text, $0).count { $0 | 0x20 == $1 } == $0.count }
    guard let scheme, text.count > scheme.count else { return false }
    return !"/?#".utf8.contains(text[scheme.count])
  }

  private static let schemes = [Array("https://".utf8), Array("http://".utf8)]

  /// What no address holds: spaces, quotes and brackets, controls.
  private static let barred = ByteSet { $0 <= 0x20 || $0 == 0x7F || "<>\"'\\`{}|^".utf8.contains($0) }

  /// What is not ASCII: it may be a space of another kind.
  private static let wide = ByteSet { $0 >= 0x80 }
}
