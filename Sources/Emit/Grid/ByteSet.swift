/// Bytes that need care in a text: most texts have none, which is found out without a branch a byte.
struct ByteSet: Sendable {
  /// 1 for each byte that belongs to it.
  private let members: [UInt8]

  init(_ isMember: (UInt8) -> Bool) { members = (UInt8.min...UInt8.max).map { isMember($0) ? 1 : 0 } }

  func contains(_ byte: UInt8) -> Bool { members[Int(byte)] == 1 }

  /// Whether one of them is in the text.
  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    members.withUnsafeBufferPointer { members in
      var found: UInt8 = 0
      for byte in text { found |= members[Int(byte)] }
      return found == 1
    }
  }
}

extension [UInt8] {
  /// Adds a text in UTF-8.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Adds a text that has none of these bytes; false for any other.
  mutating func append(_ text: String, without bytes: ByteSet) -> Bool {
    var text = text
    return text.withUTF8 { text in
      if bytes.isIn(text) { return false }
      append(contentsOf: text)
      return true
    }
  }
}
