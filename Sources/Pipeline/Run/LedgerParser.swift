import Foundation

/// Reads the members of a ledger's line: texts, and one object of texts. Anything else – a space, a number, a member
/// twice or out of order – was not written by Gongshi.
struct LedgerParser {
  let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// All members, to the end of the bytes; nil when they are not of that form.
  mutating func object() -> (texts: [LedgerLine.Member], units: [LedgerLine.Member])? {
    var texts: [LedgerLine.Member] = []
    var units: [LedgerLine.Member] = []
    texts.reserveCapacity(12)
    repeat {
      guard let key = text(), take(":") else { return nil }
      if take("{") {
        guard key == "units", units.isEmpty, let members = members() else { return nil }
        units = members
      } else {
        guard let value = text(), Self.add(key, value, to: &texts) else { return nil }
      }
    } while take(",")
    return place == bytes.count ? (texts, units) : nil
  }

  /// The members of the inner object and its closing brace.
  private mutating func members() -> [LedgerLine.Member]? {
    var members: [LedgerLine.Member] = []
    repeat {
      guard let key = text(), take(":"), let value = text(), Self.add(key, value, to: &members) else {
        return nil
      }
    } while take(",")
    return take("}") ? members : nil
  }

  /// false when the key does not come after the last one.
  private static func add(_ key: String, _ value: String, to members: inout [LedgerLine.Member]) -> Bool {
    if let last = members.last, !last.key.utf8.lexicographicallyPrecedes(key.utf8) { return false }
    members.append((key, value))
    return true
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = place
    var isEscaped = false
    while let end = offset(of: "\"", from: place) {
      // A quote after an odd number of backslashes belongs to the text.
      var backslashes = 0
      while end - backslashes > start, bytes[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
      place = end + 1
      if backslashes % 2 == 1 {
        isEscaped = true
        continue
      }
      let slice = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if !isEscaped, memchr(slice.baseAddress ?? bytes.baseAddress!, 0x5C, slice.count) == nil {
        return String(validating: slice, as: UTF8.self)
      }
      return Self.plain(slice)
    }
    return nil
  }

  private func offset(of character: Unicode.Scalar, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    return memchr(base + start, Int32(character.value), bytes.count - start).map {
      UnsafeRawPointer($0) - base
    }
  }

  /// A text without its escapes; nil when one is not of those that are written.
  private static func plain(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard let escaped = String(validating: bytes, as: UTF8.self) else { return nil }
    var plain = ""
    var rest = escaped.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\"": plain += "\""
      case "\\": plain += "\\"
      case "/": plain += "/"
      case "b": plain += "\u{8}"
      case "f": plain += "\u{C}"
      case "n": plain += "\n"
      case "r": plain += "\r"
      case "t": plain += "\t"
      case "u":
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        guard digits.count == 4, let code = UInt32(digits, radix: 16), let own = Unicode.Scalar(code) else {
          return nil
        }
        plain.unicodeScalars.append(own)
        rest = rest.dropFirst(4)
      default: return nil
      }
    }
    return plain
  }
}
