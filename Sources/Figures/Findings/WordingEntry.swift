/// What a code says, and what it advises, in both languages.
struct WordingEntry: Sendable {
  struct Pair: Sendable {
    var chinese: String
    var english: String

    subscript(language: Wording.Language) -> String { language == .chinese ? chinese : english }
  }

  var message: Pair
  var remedy: Pair

  init(_ chinese: String, _ english: String, remedy chineseRemedy: String, _ englishRemedy: String) {
    message = Pair(chinese: chinese, english: english)
    remedy = Pair(chinese: chineseRemedy, english: englishRemedy)
  }
}

/// A sentence with places for facts: `缺少“{expected}”列[，最接近的是“{nearest}”]`. What stands in brackets is left
/// out when one of its facts is missing; outside of brackets a missing fact is `…`.
struct WordingTemplate {
  private let text: String

  init(_ text: String) { self.text = text }

  func filled(from facts: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += Self.filled(rest[..<open], facts).text
      let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
      let part = Self.filled(rest[rest.index(after: open)..<close], facts)
      if part.isWhole { result += part.text }
      rest = close == rest.endIndex ? "" : rest[rest.index(after: close)...]
    }
    return result + Self.filled(rest, facts).text
  }

  /// The names of all places.
  var places: [String] {
    text.split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  private static func filled(_ part: Substring, _ facts: [String: String]) -> (text: String, isWhole: Bool) {
    var result = ""
    var isWhole = true
    var rest = part
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let fact = facts[String(rest[rest.index(after: open)..<close])]
      if fact == nil { isWhole = false }
      result += rest[..<open] + (fact ?? "…")
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest, isWhole)
  }
}
