import Foundation

/// One line of the ledger: what happened, when, its facts, and the units that it is about.
///
/// A line is a JSON object without spaces: its members sorted by key, and after them `digest`, the SHA-256 of the
/// object without that member. `previous` is the SHA-256 of the whole line before.
struct LedgerLine: Sendable {
  typealias Member = (key: String, value: String)

  /// From 1.
  var number: Int
  /// What kind of thing happened: `run`, `review`, `publish`, `withdraw`.
  var kind: String
  /// All members that are texts, `number`, `kind` and `previous` among them, by key.
  var facts: [Member]
  /// The units that the line is about, each with its digest, by code.
  var units: [Member]
  /// Whether it says its own digest, which then holds. Lines of version 0.1.0 do not.
  var hasDigest: Bool

  /// nil for what the line does not say.
  func fact(_ key: String) -> String? { facts.first { $0.key == key }?.value }

  subscript(_ key: String) -> String { fact(key) ?? "" }
}

extension LedgerLine {
  /// nil when the bytes are no line of a ledger, or not those that its digest was made of.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let content = Self.content(of: bytes) else { return nil }
    var parser = LedgerParser(bytes: content.bytes)
    guard let members = parser.object() else { return nil }
    (number, kind, facts, units) = (0, "", members.texts, members.units)
    hasDigest = content.hasDigest
    guard let kind = fact("kind"), let number = fact("number").flatMap(Int.init), fact("digest") == nil else {
      return nil
    }
    (self.number, self.kind) = (number, kind)
  }

  /// `,"digest":"…"}`, which ends a line.
  private static let mark = Array(#","digest":""#.utf8)
  private static let ending = mark.count + 64 + 2

  /// The members without the digest, as they stand between the object's braces; nil when the digest does not hold.
  private static func content(
    of line: UnsafeRawBufferPointer
  ) -> (bytes: UnsafeRawBufferPointer, hasDigest: Bool)? {
    guard line.count > 2, line[0] == UInt8(ascii: "{"), line[line.count - 1] == UInt8(ascii: "}") else {
      return nil
    }
    let start = line.count - ending
    guard start > 0, line[start..<start + mark.count].elementsEqual(mark) else {
      return (UnsafeRawBufferPointer(rebasing: line[1..<line.count - 1]), false)
    }
    guard line[line.count - 2] == UInt8(ascii: "\"") else { return nil }
    let stated = line[start + mark.count..<line.count - 2]
    let body = UnsafeRawBufferPointer(rebasing: line[..<start])
    guard Digest.closed(body).utf8.elementsEqual(stated) else { return nil }
    return (UnsafeRawBufferPointer(rebasing: line[1..<start]), true)
  }

  /// The text of a line with its digest, without its end.
  static func text(_ facts: [String: String], units: [String: String]) -> String {
    var members: [Member] = facts.map { ($0.key, quoted($0.value)) }
    if !units.isEmpty {
      members.append((key: "units", value: "{\(joined(units.map { ($0.key, quoted($0.value)) }))}"))
    }
    let body = "{" + joined(members)
    return body + #","digest":""# + Digest.text(body + "}") + "\"}"
  }

  private static func joined(_ members: [Member]) -> String {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { quoted($0.key) + ":" + $0.value }.joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ":
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
