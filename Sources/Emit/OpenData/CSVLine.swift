/// One line of a CSV file as RFC 4180 has it: quotes around what holds a comma, a quote or a line end.
struct CSVLine {
  enum End: Hashable {
    case lf, crlf
  }

  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  static func bytes(_ fields: [String], end: End) -> [UInt8] {
    var line = CSVLine()
    for field in fields { line.append(field) }
    line.end(end)
    return line.bytes
  }

  mutating func append(_ field: String) {
    separate()
    var field = field
    field.withUTF8 { utf8 in
      if Self.needsQuotes(utf8) { appendQuoted(utf8) } else { bytes.append(contentsOf: utf8) }
    }
  }

  /// What stands as it is, by what `write` adds to the line.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
  }

  /// A text, though it is empty: `""`, where nothing at all stands for a missing value.
  mutating func appendEmptyText() { append { $0 += [Self.quote, Self.quote] } }

  mutating func appendNothing() { separate() }

  mutating func end(_ end: End) {
    if end == .crlf { bytes.append(13) }
    bytes.append(10)
  }

  /// Begins another line.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(Self.quote)
    for byte in utf8 {
      if byte == Self.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  private static let quote = UInt8(ascii: "\"")

  /// Eight bytes are passed at a time when none is smaller than `-`, as in most texts.
  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    var start = 0
    while start + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      start += 8
    }
    return bytes[start...].contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
  }
}
