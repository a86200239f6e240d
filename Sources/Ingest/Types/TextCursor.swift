/// Walks over the bytes of one cell.
struct TextCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }
  var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[index...] }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Passes over the text when it is next.
  mutating func skip(_ text: String) -> Bool {
    var end = index
    for byte in text.utf8 {
      guard end < bytes.count, bytes[end] == byte else { return false }
      end += 1
    }
    index = end
    return true
  }

  /// Passes over any one of the texts.
  mutating func skip(any texts: String...) -> Bool {
    for text in texts where skip(text) { return true }
    return false
  }

  /// A number of so many digits; nil (and nothing passed over) when there are fewer.
  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    var value = 0
    var end = index
    while end < bytes.count, end - index < count.upperBound, isDigit(bytes[end]) {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end - index >= count.lowerBound else { return nil }
    index = end
    return value
  }

  /// Passes over all bytes that fit, and says how many.
  mutating func skip(while fits: (UInt8) -> Bool) -> Int {
    let start = index
    while index < bytes.count, fits(bytes[index]) { index += 1 }
    return index - start
  }

  /// Passes over one byte; not to be called at the end.
  mutating func advance() { index += 1 }
}
