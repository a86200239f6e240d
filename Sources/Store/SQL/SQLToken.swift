/// A word, a name, a text or a sign of a pipeline's SQL, with its line.
struct SQLToken: Hashable {
  enum Kind {
    /// Without quotes: a keyword or a name.
    case word
    /// A name in double quotes, brackets or back quotes.
    case name
    case text, number, sign
    /// `?`, `?1`, `:x`, `@x`, `$x`: a place for a value that nobody gives.
    case parameter
  }

  var kind: Kind
  /// A name without its quotes; everything else as it is written.
  var text: String
  /// From 1.
  var line: Int

  /// In capitals, when it may be a keyword.
  var keyword: String { kind == .word ? text.uppercased() : "" }

  /// The tokens of a statement; comments are none.
  static func tokens(of sql: String) -> [SQLToken] {
    var scanner = SQLScanner(sql)
    var tokens: [SQLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }
}

/// Cuts SQL into tokens as SQLite does (tokenize.c).
private struct SQLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ sql: String) { bytes = Array(sql.utf8) }

  mutating func next() -> SQLToken? {
    skipBlanks()
    guard let first = peek() else { return nil }
    switch first {
    case UInt8(ascii: "'"): return quoted(.text, until: first)
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(.name, until: first)
    case UInt8(ascii: "["): return quoted(.name, until: UInt8(ascii: "]"))
    case _ where Self.isDigit(first) || (first == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true):
      return run(.number, Self.isNumeric)
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      return run(.parameter, Self.isInWord)
    case _ where Self.isLetter(first): return run(.word, Self.isInWord)
    default:
      position += 1
      return SQLToken(kind: .sign, text: String(decoding: [first], as: UTF8.self), line: line)
    }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private mutating func step() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte == UInt8(ascii: "-"), peek(1) == byte {
        while let byte = peek(), byte != UInt8(ascii: "\n") { step() }
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        position += 2
        while peek() != nil, !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) { step() }
        position = min(position + 2, bytes.count)
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        step()
      } else {
        return
      }
    }
  }

  /// A text or name; its quote stands doubled in it.
  private mutating func quoted(_ kind: SQLToken.Kind, until end: UInt8) -> SQLToken {
    let (start, first) = (position, line)
    var inner: [UInt8] = []
    step()
    while let byte = peek() {
      if byte == end {
        guard end != UInt8(ascii: "]"), peek(1) == end else { break }
        step()
      }
      inner.append(byte)
      step()
    }
    position = min(position + 1, bytes.count)
    let text = kind == .name ? inner : Array(bytes[start..<position])
    return SQLToken(kind: kind, text: String(decoding: text, as: UTF8.self), line: first)
  }

  /// The first byte, and those after it that belong to it: what is told by those so far and the next.
  private mutating func run(_ kind: SQLToken.Kind, _ belongs: (ArraySlice<UInt8>, UInt8) -> Bool) -> SQLToken
  {
    let start = position
    position += 1
    while position < bytes.count, belongs(bytes[start..<position], bytes[position]) { position += 1 }
    return SQLToken(kind: kind, text: String(decoding: bytes[start..<position], as: UTF8.self), line: line)
  }

  private static func isInWord(_: ArraySlice<UInt8>, _ next: UInt8) -> Bool {
    isDigit(next) || isLetter(next)
  }

  /// Digits, letters (`0x1F`, `1e3`), the point, and a sign after the `e` of an exponent.
  private static func isNumeric(_ number: ArraySlice<UInt8>, _ next: UInt8) -> Bool {
    if isDigit(next) || isLetter(next) || next == UInt8(ascii: ".") { return true }
    let isSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
    let isHexadecimal = number.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    return isSign && !isHexadecimal && number.last.map { $0 | 0x20 == UInt8(ascii: "e") } ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
