/// One line of a CSV file as RFC 4180 has it: quotes around what holds a comma, a quote or a line end.
struct CSVLine {
  enum End: Hashable {
    case lf, crlf

    fileprivate var bytes: [UInt8] { self == .lf ? [10] : [13, 10] }
  }

  private var bytes: [UInt8] = []
  private var isFirst = true

  static func bytes(_ fields: [String], end: End) -> [UInt8] {
    var line = CSVLine()
    for field in fields { line.append(field) }
    return line.ended(end)
  }

  mutating func append(_ field: String) {
    separate()
    var field = field
    field.withUTF8 { utf8 in
      guard utf8.contains(where: Self.needsQuotes) else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(Self.quote)
      for byte in utf8 {
        if byte == Self.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(Self.quote)
    }
  }

  /// A text, though it is empty: `""`, where nothing at all stands for a missing value.
  mutating func appendEmptyText() {
    separate()
    bytes += [Self.quote, Self.quote]
  }

  consuming func ended(_ end: End) -> [UInt8] {
    bytes += end.bytes
    return bytes
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private static let quote = UInt8(ascii: "\"")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: ",") || byte == 10 || byte == 13
  }
}
