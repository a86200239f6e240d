/// Finds where in a text something stands that a person would not see, or would read as something else. Nearly all
/// text has nothing of the kind, so it is passed over in stretches: first without a branch a byte, and where Chinese
/// punctuation or brackets stand, byte by byte through a table.
enum RemarkableBytes {
  /// Bytes looked at together.
  static let stretch = 64
  /// A character's bytes may go on in the next stretch.
  static let ahead = 2

  /// Whether a stretch has anything to be looked at more closely; `ahead` bytes after it are read too. It may say so
  /// without need, but never fails to.
  static func areIn(_ bytes: UnsafePointer<UInt8>) -> Bool { mayBeIn(bytes) && areSurelyIn(bytes) }

  /// Blanks, controls, `#`, `+`, `=`, `?`, and the first bytes of characters outside of the ideographs. With what
  /// Chinese punctuation begins with.
  @inline(__always)
  private static func mayBeIn(_ bytes: UnsafePointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in 0..<stretch {
      let byte = bytes[index]
      let isAscii: UInt8 =
        (byte <= 0x20 ? 1 : 0) | (byte == 0x23 ? 1 : 0) | (byte == 0x2B ? 1 : 0) | (byte == 0x3D ? 1 : 0)
        | (byte == 0x3F ? 1 : 0) | (byte == 0x7F ? 1 : 0)
      found |= isAscii | (byte &- 0xC2 < 0x22 ? 1 : 0) | (byte >= 0xEE ? 1 : 0)
    }
    return found != 0
  }

  /// Without full-width forms, Chinese punctuation, quotation marks and dashes, accented Latin letters.
  private static func areSurelyIn(_ bytes: UnsafePointer<UInt8>) -> Bool {
    let table = firstBytes.start
    for index in 0..<stretch where table[Int(bytes[index])] {
      if isRemarkable(bytes[index], bytes[index + 1], bytes[index + 2]) { return true }
    }
    return false
  }

  /// A byte that may begin something, with the two after it.
  private static func isRemarkable(_ byte: UInt8, _ next: UInt8, _ third: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"): next == UInt8(ascii: "?")
    case UInt8(ascii: "+"): true  // 1.01E+05: the letter before it is not seen from here
    case 0xC2: next != 0xB7  // ·
    case 0xC3...0xCB: false  // accented letters
    case 0xE2:
      // ≥ and the like begin with E2 89; “ ” – — … with E2 80 90 to A7.
      !(next == 0x89 || next == 0x80 && 0x90...0xA7 ~= third)
    case 0xE3: next == 0x80 && (third == 0x80 || 0xAA...0xAF ~= third) || next == 0x82 && 0x99...0x9A ~= third
    case 0xEF: next != 0xBC && next != 0xBD
    default: true
    }
  }

  /// Which bytes may begin something.
  private static let firstBytes = ByteTable { byte in
    switch byte {
    case 0...0x20, 0x23, 0x2B, 0x3D, 0x3F, 0x7F, 0xC2, 0xCC...0xE1, 0xE2, 0xE3, 0xEE, 0xEF, 0xF0...0xFF: true
    default: false
    }
  }
}

/// A truth for each byte, in memory that stays.
private struct ByteTable: @unchecked Sendable {
  let start: UnsafePointer<Bool>

  init(_ isTrue: (UInt8) -> Bool) {
    let table = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
    for byte in 0...255 { (table + byte).initialize(to: isTrue(UInt8(byte))) }
    start = UnsafePointer(table)
  }
}
