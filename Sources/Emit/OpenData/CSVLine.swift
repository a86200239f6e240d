import Figures

/// One line of a CSV file as RFC 4180 has it: quotes around what holds a comma, a quote or a line end.
struct CSVLine {
  enum End: Hashable {
    case lf, crlf
  }

  private let text: ByteBuffer
  private var isFirst = true

  /// A line at the end of a text.
  init(in text: ByteBuffer) { self.text = text }

  static func bytes(_ fields: [String], end: End) -> [UInt8] {
    let text = ByteBuffer()
    var line = CSVLine(in: text)
    for field in fields { line.append(field) }
    line.end(end)
    return Array(text.bytes)
  }

  mutating func append(_ field: String) {
    separate()
    var field = PublishedText.of(field)
    field.withUTF8 { utf8 in
      if Self.needsQuotes(utf8) { appendQuoted(utf8) } else { text.append(utf8) }
    }
  }

  /// A number with all of its decimals.
  mutating func append(_ number: Fixed) {
    separate()
    text.append(allOf: number)
  }

  /// A text, though it is empty: `""`, where nothing at all stands for a missing value.
  mutating func appendEmptyText() {
    separate()
    text.append(#""""#)
  }

  mutating func appendNothing() { separate() }

  /// Ends the line, and begins another.
  mutating func end(_ end: End) {
    if end == .crlf { text.append(13 as UInt8) }
    text.append(10 as UInt8)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { text.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    text.append(Self.quote)
    for byte in utf8 {
      if byte == Self.quote { text.append(byte) }
      text.append(byte)
    }
    text.append(Self.quote)
  }

  private static let quote = UInt8(ascii: "\"")

  /// Eight bytes are passed at a time when none is smaller than `-`, as in most texts; the last eight may have been seen
  /// already.
  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    func isClear(_ place: Int) -> Bool {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080 == 0
    }
    var start = 0
    while start + 8 <= bytes.count, isClear(start) { start += 8 }
    if start + 8 > bytes.count, bytes.count >= 8, isClear(bytes.count - 8) { return false }
    return bytes[start...].contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
  }
}
