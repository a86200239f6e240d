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
      let byte = base.load(fromByteOffset: i, as: UInt8.self)
      if byte < 0x80 {
        if byte == 0 { return (i, .nul) }
        i &+= 1
        i = skipASCII(base, i, count)
      } else if byte &- 0xE1 < 0x0C, i &+ 2 < count {
        // U+1000 to U+CFFF, which holds nearly all Chinese text: three bytes, no further conditions.
        let second = base.load(fromByteOffset: i &+ 1, as: UInt8.self)
        let third = base.load(fromByteOffset: i &+ 2, as: UInt8.self)
        if second & 0xC0 != 0x80 || third & 0xC0 != 0x80 { return (i, .invalid) }
        i &+= 3
      } else {
        let length = lengthOfCharacter(base + i, count - i)
        if length <= 0 { return (i, length == 0 ? .invalid : .incomplete) }
        i &+= length
      }
    }
    return (count, .end)
  }

  /// Passes over whole words of ASCII without NUL.
  @inline(__always)
  private static func skipASCII(_ base: UnsafeRawPointer, _ start: Int, _ count: Int) -> Int {
    var i = start
    while i &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let high: UInt64 = 0x8080_8080_8080_8080
      // The lowest high bit of this stands at the first byte that is not ASCII or is NUL; ones above it may
      // be false.
      let stop = (word | (word &- 0x0101_0101_0101_0101)) & high
      if stop != 0 { return i &+ stop.trailingZeroBitCount / 8 }
      i &+= 8
    }
    return i
  }

  /// The character's bytes; 0 when it is invalid, −1 when the block ends inside it.
  private static func lengthOfCharacter(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }
    let first = byte(0)
    let length: Int
    switch first {
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
