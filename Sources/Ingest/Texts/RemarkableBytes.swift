/// Finds where in a text something stands that a person would not see, or would read as something else. Nearly all
/// text has nothing of the kind, so it is passed over in stretches, without a branch a byte.
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
    var found: UInt8 = 0
    for index in 0..<stretch {
      let (byte, next, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
      let isAscii: UInt8 =
        (byte <= 0x20 ? 1 : 0) | (byte == 0x23 ? 1 : 0) | (byte == 0x3D ? 1 : 0) | (byte == 0x7F ? 1 : 0)
      let isPair: UInt8 =
        ((byte == 0x3F ? 1 : 0) & (next == 0x3F ? 1 : 0))
        | ((byte | 0x20 == 0x65 ? 1 : 0) & (next == 0x2B ? 1 : 0))
        | ((byte == 0xC2 ? 1 : 0) & (next == 0xB7 ? 0 : 1))
        | ((byte == 0xEF ? 1 : 0) & (next &- 0xBC <= 1 ? 0 : 1))
      let isQuote: UInt8 =
        (next == 0x89 ? 1 : 0) | ((next == 0x80 ? 1 : 0) & (third &- 0x90 <= 0x17 ? 1 : 0))
      let isMark: UInt8 =
        ((next == 0x80 ? 1 : 0) & ((third == 0x80 ? 1 : 0) | (third &- 0xAA <= 5 ? 1 : 0)))
        | ((next == 0x82 ? 1 : 0) & (third &- 0x99 <= 1 ? 1 : 0))
      let isTriple = ((byte == 0xE2 ? 1 : 0) & (isQuote ^ 1)) | ((byte == 0xE3 ? 1 : 0) & isMark)
      found |=
        isAscii | isPair | isTriple | (byte &- 0xCC <= 0x15 ? 1 : 0) | (byte == 0xEE ? 1 : 0)
        | (byte >= 0xF0 ? 1 : 0)
    }
    return found != 0
  }
}
