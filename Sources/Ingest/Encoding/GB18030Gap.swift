/// Characters of GB 18030 that the C library's iconv refuses.
///
/// GB 18030-2022 moved eighteen characters to two-byte codes and gave their four-byte codes away; files written after
/// the edition of 2005 still have them there. And CP936, by which Chinese Windows writes "ANSI", has € at 80.
enum GB18030Gap {
  /// The character at the start of bytes that iconv refused, and how many bytes it takes; nil when it is none of these.
  static func character(at bytes: UnsafeRawBufferPointer) -> (Unicode.Scalar, length: Int)? {
    if bytes.first == 0x80 { return ("€", 1) }
    guard bytes.count >= 4 else { return nil }
    let code = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    for gap in gaps {
      // Codes count on in tens: after 39 comes the next third byte's 30.
      let distance = position(code) - position(gap.first)
      if bytes[3] & 0xF0 == 0x30, 0..<gap.count ~= distance {
        return Unicode.Scalar(gap.scalar + UInt32(distance)).map { ($0, 4) }
      }
    }
    return nil
  }

  /// U+9FB4 to U+9FBB, ideographs of the Hong Kong set, and U+FE10 to U+FE19, vertical punctuation.
  private static let gaps: [(first: UInt32, count: Int, scalar: UInt32)] = [
    (0x8235_9037, 8, 0x9FB4), (0x8431_8236, 10, 0xFE10),
  ]

  private static func position(_ code: UInt32) -> Int {
    let bytes = (0..<4).map { Int(code >> (24 - 8 * $0) & 0xFF) }
    return ((bytes[0] * 10 + bytes[1] - 0x30) * 126 + bytes[2]) * 10 + bytes[3] - 0x30
  }
}
