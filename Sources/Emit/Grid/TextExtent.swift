import Glibc

/// How much room a text takes, in half-width characters: a Chinese character is as wide as two others.
enum TextExtent {
  /// The lines that a row of 409 points, the highest there is, surely holds.
  static let linesPerRow = 29

  static func width(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += isWide(scalar) ? 2 : 1 }
    return width
  }

  /// The lines of a text that wraps in a cell; its own line breaks count. A column holds a little more than its
  /// width says: that makes up for the punctuation that must not begin a line.
  static func lines(_ text: String, width: Int) -> Int {
    let room = max(width, 2)
    if fits(text, room) { return 1 }
    var lines = 1
    var filled = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines += 1
        filled = 0
        continue
      }
      let next = isWide(scalar) ? 2 : 1
      if filled + next > room {
        lines += 1
        filled = 0
      }
      filled += next
    }
    return lines
  }

  /// Whether a text surely fits into one line.
  private static func fits(_ text: String, _ room: Int) -> Bool {
    let count = text.utf8.count
    // None of its characters is taken for less than half of its bytes.
    if count > min(room * 2, Int(UInt16.max / 2)) { return false }
    let isOneLine = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard let start = bytes.baseAddress else { return true }
      // None is wider than its bytes are many.
      return (count <= room || mostWidth(of: bytes) <= room) && memchr(start, 0x0A, count) == nil
    }
    return isOneLine ?? false
  }

  /// With every character of more than one byte taken for a wide one.
  private static func mostWidth(of text: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var width: UInt16 = 0
    for index in text.indices {
      // One expression, so that many bytes are looked at in one step.
      let byte = text[index]
      width &+= (byte < 0x80 ? 1 : 0) | (byte >= 0xC0 ? 2 : 0)
    }
    return width
  }

  /// CJK, full-width forms, and the punctuation that Chinese fonts draw as wide as characters (“ ” … — ≥ ≤).
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xB0: false
    case 0x4E00...0x9FFF: true
    case 0xB0, 0xB1, 0xB7, 0xD7, 0xF7: true
    case 0x2010...0x2027, 0x2030...0x203B, 0x2103...0x22FF, 0x2460...0x26FF: true
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: true
    case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
