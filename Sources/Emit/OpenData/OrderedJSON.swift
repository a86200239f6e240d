/// JSON whose keys stay in the order in which they are given, so that descriptors read well and never differ.
indirect enum OrderedJSON {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  /// In UTF-8, indented by two spaces, with a line end.
  var bytes: [UInt8] {
    var writer = Writer()
    writer.append(self)
    writer.append("\n")
    return writer.bytes
  }

  private struct Writer {
    var bytes: [UInt8] = []
    private var depth = 0

    mutating func append(_ text: StaticString) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ json: OrderedJSON) {
      switch json {
      case .string(let text): appendQuoted(text)
      case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
      case .boolean(let boolean): append(boolean ? "true" : "false")
      case .array(let elements): appendLines("[", elements, "]") { writer, element in writer.append(element) }
      case .object(let entries):
        appendLines("{", entries, "}") { writer, entry in
          writer.appendQuoted(entry.0)
          writer.append(": ")
          writer.append(entry.1)
        }
      }
    }

    private mutating func appendLines<Element>(
      _ start: StaticString, _ elements: [Element], _ end: StaticString,
      _ append: (inout Writer, Element) -> Void
    ) {
      self.append(start)
      depth += 1
      for (index, element) in elements.enumerated() {
        self.append(index == 0 ? "\n" : ",\n")
        indent()
        append(&self, element)
      }
      depth -= 1
      if !elements.isEmpty {
        self.append("\n")
        indent()
      }
      self.append(end)
    }

    private mutating func indent() {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func appendQuoted(_ text: String) {
      append("\"")
      for byte in PublishedText.of(text).utf8 {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 10: append("\\n")
        case 13: append("\\r")
        case 9: append("\\t")
        default: bytes.append(byte)
        }
      }
      append("\"")
    }
  }
}
