/// Checks that a cell holds JSON (RFC 8259), and looks at its outermost level; no value is built.
struct JSONText {
  enum Shape: Hashable { case object, array, scalar }

  private(set) var shape = Shape.scalar
  /// Members of the outermost object or array.
  private(set) var count = 0
  /// The outermost object's members as written: `"lon"` → `115.99`.
  private(set) var members: [String: String] = [:]
  /// The outermost array's elements as written.
  private(set) var elements: [String] = []
  private var cursor: TextCursor

  /// A cell that nests deeper than this is refused rather than followed.
  private static let deepest = 64

  /// nil when the text is no JSON.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    cursor = TextCursor(bytes)
    skipSpaces()
    guard skipValue(depth: 0) else { return nil }
    skipSpaces()
    guard cursor.isAtEnd else { return nil }
  }

  /// nil when the text is no JSON.
  init?(_ text: String) {
    var text = text
    guard let json = text.withUTF8({ JSONText($0) }) else { return nil }
    self = json
    cursor = TextCursor(UnsafeBufferPointer(start: nil, count: 0))
  }

  private mutating func skipSpaces() {
    _ = cursor.skip { $0 == 0x20 || (0x09...0x0A).contains($0) || $0 == 0x0D }
  }

  private mutating func skipValue(depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    guard let first = cursor.peek else { return false }
    switch Unicode.Scalar(first) {
    case "{": return skipObject(depth)
    case "[": return skipArray(depth)
    case "\"": return skipString()
    case "-", "0"..."9": return skipNumber()
    default: return cursor.skip(any: "true", "false", "null")
    }
  }

  private mutating func skipObject(_ depth: Int) -> Bool {
    if depth == 0 { shape = .object }
    return skipMembers(depth, "{", "}") { json in
      let key = json.cursor
      guard json.skipString() else { return false }
      let keyText = key.text(json.cursor.index - key.index)
      json.skipSpaces()
      guard json.cursor.skip(":") else { return false }
      json.skipSpaces()
      let value = json.cursor
      guard json.skipValue(depth: depth + 1) else { return false }
      if depth == 0 { json.members[keyText] = value.text(json.cursor.index - value.index) }
      return true
    }
  }

  private mutating func skipArray(_ depth: Int) -> Bool {
    if depth == 0 { shape = .array }
    return skipMembers(depth, "[", "]") { json in
      let value = json.cursor
      guard json.skipValue(depth: depth + 1) else { return false }
      if depth == 0 { json.elements.append(value.text(json.cursor.index - value.index)) }
      return true
    }
  }

  private mutating func skipMembers(
    _ depth: Int, _ open: String, _ close: String, _ member: (inout JSONText) -> Bool
  ) -> Bool {
    guard cursor.skip(open) else { return false }
    skipSpaces()
    if cursor.skip(close) { return true }
    while true {
      guard member(&self) else { return false }
      if depth == 0 { count += 1 }
      skipSpaces()
      if cursor.skip(close) { return true }
      guard cursor.skip(",") else { return false }
      skipSpaces()
    }
  }

  private mutating func skipString() -> Bool {
    guard cursor.skip("\"") else { return false }
    while true {
      _ = cursor.skip { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      if cursor.skip("\"") { return true }
      guard cursor.skip("\\") else { return false }
      if cursor.skip("u") {
        for _ in 0..<4 where !cursor.skipOne(isHexDigit) { return false }
      } else if !cursor.skipOne({ "\"\\/bfnrt".utf8.contains($0) }) {
        return false
      }
    }
  }

  private mutating func skipNumber() -> Bool {
    _ = cursor.skip("-")
    if !cursor.skip("0"), cursor.skip(while: isDigit) == 0 { return false }
    if cursor.skip("."), cursor.skip(while: isDigit) == 0 { return false }
    if cursor.skip(any: "e", "E") {
      _ = cursor.skip(any: "+", "-")
      if cursor.skip(while: isDigit) == 0 { return false }
    }
    return true
  }
}

func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") <= 5 }

extension TextCursor {
  /// Passes over one byte when it fits.
  mutating func skipOne(_ fits: (UInt8) -> Bool) -> Bool {
    guard let byte = peek, fits(byte) else { return false }
    advance()
    return true
  }
}
