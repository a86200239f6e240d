import Figures

/// Bytes that are put together in one place, which is filled again for the next rows.
final class ByteBuffer {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  func clear() { count = 0 }

  func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(_ text: ShortText) {
    reserve(ShortText.longest)
    UnsafeMutableRawPointer(start + count).storeBytes(of: text.bytes, as: SIMD32<UInt8>.self)
    count += text.count
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let address = bytes.baseAddress else { return }
    fill(bytes.count) { $0.update(from: address, count: bytes.count) }
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// As decimal digits, with zeros before it up to so many.
  func append(_ number: UInt64, digits: Int = 1) {
    var count = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    count = max(count, digits)
    fill(count) { place in
      var rest = number
      for digit in (0..<count).reversed() {
        place[digit] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
  }

  /// All digits of a number, as its description has them: `-1234.50`.
  func append(allOf value: Fixed) {
    guard 0..<Self.powersOfTen.count ~= value.decimals else { return append(value.description) }
    if value.units < 0 { append(UInt8(ascii: "-")) }
    if value.decimals == 0 { return append(value.units.magnitude) }
    let (whole, part) = value.units.magnitude.quotientAndRemainder(
      dividingBy: Self.powersOfTen[value.decimals])
    append(whole)
    append(UInt8(ascii: "."))
    append(part, digits: value.decimals)
  }

  /// As many bytes as `write` fills in.
  func fill(_ length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
    reserve(length)
    write(start + count)
    count += length
  }

  static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  ]

  @inline(__always)
  private func reserve(_ more: Int) { if capacity - count < more { grow(by: more) } }

  @inline(never)
  private func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}

/// A few bytes, which are kept in place and copied at one stroke.
struct ShortText {
  static let longest = 32

  fileprivate let bytes: SIMD32<UInt8>
  fileprivate let count: Int

  /// - Precondition: it is not longer than `longest`.
  init(_ text: String) {
    var bytes = SIMD32<UInt8>()
    for (index, byte) in text.utf8.enumerated() { bytes[index] = byte }
    self.bytes = bytes
    count = text.utf8.count
  }
}
