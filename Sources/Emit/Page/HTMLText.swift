/// What a text is to a page.
enum HTMLText {
  /// ASCII with a meaning, line breaks, and what forbidden characters begin with. Most texts have none of them.
  static let suspects = ByteSet { isSuspect($0) || pairs[Int($0)] & firsts != 0 }

  /// Whether every character can be copied, full-width punctuation and all: U+0080 … U+009F are C2 80 … C2 9F, and the
  /// noncharacters below U+10000 are EF B7 90 … EF B7 AF, EF BF BE and EF BF BF.
  static func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    pairs.withUnsafeBufferPointer { pairs in
      var (found, before): (UInt8, UInt8) = (0, 0)
      for byte in text {
        let pair = pairs[Int(byte)]
        found |= pair & (before &<< 2 | suspect)
        before = pair & firsts
      }
      return found == 0
    }
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xF0...: true
    default: "\"&'<>".utf8.contains(byte)
    }
  }

  /// What a byte has to do with forbidden characters: one bit each for C2 and EF, and two bits further up one for what
  /// makes such a character behind them.
  private static let pairs = (UInt8.min...UInt8.max).map { byte -> UInt8 in
    switch byte {
    case 0xC2: 0b00010
    case 0xEF: 0b00100
    case 0x80..<0xA0: 0b01000
    case 0xB7, 0xBF: 0b10000
    default: isSuspect(byte) ? suspect : 0
    }
  }
  private static let suspect: UInt8 = 0b00001
  private static let firsts: UInt8 = 0b00110

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
    let isOne = text.withUTF8 { text -> Bool? in
      guard hasHost(text) else { return false }
      if !unusual.isIn(text) { return true }
      return barred.isIn(text) ? false : nil
    }
    return isOne ?? !text.unicodeScalars.contains { $0.properties.isWhitespace || isForbidden($0) }
  }

  /// Whether something that may be a host stands behind the scheme.
  private static func hasHost(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme = schemes.first { GridLink.begins(text, with: $0) }
    return scheme.map { !"/?#".utf8.contains(text[$0.utf8CodeUnitCount]) } ?? false
  }

  private static let schemes: [StaticString] = ["https://", "http://"]

  /// What no address holds: spaces, quotes and brackets, controls.
  private static let barred = ByteSet { $0 <= 0x20 || $0 == 0x7F || "<>\"'\\`{}|^".utf8.contains($0) }

  /// The same, and what is not ASCII: it may be a space of another kind.
  private static let unusual = ByteSet { $0 >= 0x80 || barred.contains($0) }
}
