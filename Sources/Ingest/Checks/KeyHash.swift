/// 128 bits of a key's values. Two keys of a register of two million rows share 96 of them by chance less
/// often than once in 10^16 such registers.
struct KeyHash {
  var first: UInt64 = KeyHash.firstSeed
  var second: UInt64 = KeyHash.secondSeed

  static let firstSeed: UInt64 = 0xA076_1D64_78BD_642F
  static let secondSeed: UInt64 = 0xE703_7ED1_A0B4_28DB
  private static let factor: UInt64 = 0x8EBC_6AF0_9C88_C6E3

  /// Adds one value of the key. Numbers and texts differ, and the text's length is part of it, so that `a,bc`
  /// is not `ab,c`.
  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    first = Self.mix(first ^ Self.lane(text, Self.firstSeed), Self.factor)
    second = Self.mix(second ^ Self.lane(text, Self.secondSeed), Self.factor)
  }

  @inline(__always)
  mutating func add(_ integer: Int64) {
    let bits = UInt64(bitPattern: integer)
    first = Self.mix(first ^ bits, Self.factor) ^ 1
    second = Self.mix(second ^ bits, Self.factor) ^ 1
  }

  /// The folded product of two words: every bit of both moves every bit of it (as in wyhash, public domain).
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  @inline(__always)
  static func lane(_ text: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    let count = text.count
    guard count > 0, let start = text.baseAddress.map({ UnsafeRawPointer($0) }) else { return seed }
    var hash = seed ^ UInt64(truncatingIfNeeded: count)
    var index = 0
    while index &+ 8 <= count {
      let word = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mix(hash ^ word, factor)
      index &+= 8
    }
    var tail: UInt64 = 0
    while index < count {
      tail = tail << 8 | UInt64(start.load(fromByteOffset: index, as: UInt8.self))
      index &+= 1
    }
    return mix(hash ^ tail, seed | 1)
  }
}
