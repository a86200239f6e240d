/// Strict UTF-8 (Unicode, table 3-7): no overlong forms, no surrogates, nothing past U+10FFFF.
struct UTF8Check {
  /// Where the bytes stop being UTF-8, and why.
  enum Stop: Equatable {
    case invalid
    /// The block ends inside a character, as far as it goes a valid one.
    case incomplete
    case nul
    case end
  }

  /// The first offset that is not checked, and why it is not.
  static func check(_ bytes: UnsafeRawBufferPointer) -> (offset: Int, stop: Stop) {
    guard let base = bytes.baseAddress else { return (0, .end) }
    let count = bytes.count
    var i = 0
    while i < count {
      i = skipPlain(base, from: i, count)
      // What stopped it is within the next block: look at every character there.
      let end = min(i &+ blockLength &+ 4, count)
      while i < end {
        let length = lengthOfCharacter(base + i, count - i)
        if length <= 0 { return (i, stop(at: base + i, length)) }
        i &+= length
      }
    }
    return (count, .end)
  }

  private static func stop(at byte: UnsafeRawPointer, _ length: Int) -> Stop {
    if length < 0 { return .incomplete }
    return byte.load(as: UInt8.self) == 0 ? .nul : .invalid
  }

  private static let blockLength = 256

  /// Passes over whole blocks of ASCII and of characters of two or three bytes whose first byte sets no further
  /// condition on the second: nearly all text, Chinese too. Eight bytes are looked at together, each with the two
  /// before it; the high bit of a byte of `isOther` says that it is not as it must be.
  private static func skipPlain(_ bytes: UnsafeRawPointer, from start: Int, _ count: Int) -> Int {
    guard start >= 2 else { return start }
    var i = start
    while i &+ blockLength <= count {
      var isOther: UInt64 = 0
      var k = i
      while k < i &+ blockLength {
        let word = bytes.loadUnaligned(fromByteOffset: k, as: UInt64.self)
        let before = bytes.loadUnaligned(fromByteOffset: k &- 1, as: UInt64.self)
        let second = bytes.loadUnaligned(fromByteOffset: k &- 2, as: UInt64.self)
        let continues = word & ~(word << 1)
        let isExpected = before & (before << 1) | second & (second << 1) & (second << 2)
        let isLong = word & (word << 1) & (word << 2) & (word << 3)
        let isConditional = zeros(word ^ every(0xE0)) | zeros(word ^ every(0xED))
        let isNever = zeros(word) | zeros((word ^ every(0xC0)) & every(0xFE))
        isOther |= (continues ^ isExpected) | isLong | isConditional | isNever
        k &+= 8
      }
      if isOther & every(0x80) != 0 { break }
      i &+= blockLength
    }
    // The last character may have begun in the last block only.
    guard i > start else { return start }
    func byte(_ index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }
    return byte(i &- 1) >= 0xC0 ? i &- 1 : byte(i &- 2) >= 0xE0 ? i &- 2 : i
  }

  /// A high bit where, or after where, a byte is zero; none when no byte is.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word }

  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The character's bytes; 0 when it is invalid, −1 when the block ends inside it.
  private static func lengthOfCharacter(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }
    let first = byte(0)
    let length: Int
    switch first {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    for index in 1..<min(length, count) {
      let range: ClosedRange<UInt8> =
        switch (index, first) {
        case (1, 0xE0): 0xA0...0xBF
        case (1, 0xED): 0x80...0x9F
        case (1, 0xF0): 0x90...0xBF
        case (1, 0xF4): 0x80...0x8F
        default: 0x80...0xBF
        }
      if !range.contains(byte(index)) { return 0 }
    }
    return length <= count ? length : -1
  }
}
