/// Texts in a sheet's XML as libxlsxwriter writes them.
extension ByteBuffer {
  /// A cell's text; false when it is for the library: with control characters or noncharacters, with what would be read as an escaped
  /// character, too long for a cell, or empty.
  func append(cellText text: String, _ tags: CellTags) -> Bool {
    let isDone = text.utf8.withContiguousStorageIfAvailable { text in
      guard let first = text.first, let last = text.last, text.count <= CellText.longest,
        PublishedText.isClear(text)
      else { return false }
      if Self.isSpace(first) || Self.isSpace(last) {
        append(tags.spaced)
        append(tags.spacedText)
      } else {
        append(tags.text)
      }
      guard append(escaping: text) else { return false }
      append(tags.textEnd)
      return true
    }
    return isDone ?? false
  }

  /// A formula; false when it is for the library.
  func append(formula: String) -> Bool {
    formula.utf8.withContiguousStorageIfAvailable { append(escaping: $0) } ?? false
  }

  private func append(escaping text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !Self.needsCare(text) {
      append(text)
      return true
    }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case 0x09, 0x0A: append(byte)
      case 0..<0x20: return false
      case UInt8(ascii: "_") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "x"):
        return false
      default: append(byte)
      }
    }
    return true
  }

  /// Most texts need none. They are looked at to their end in one expression: that takes many bytes in one step.
  private static func needsCare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      found |=
        (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "&") ? 1 : 0) | (byte == UInt8(ascii: "<") ? 1 : 0)
        | (byte == UInt8(ascii: ">") ? 1 : 0) | (byte == UInt8(ascii: "_") ? 1 : 0)
    }
    return found != 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
