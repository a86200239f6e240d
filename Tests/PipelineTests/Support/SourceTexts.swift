import Foundation

/// The files of this repository, for tests that hold one against the other.
enum SourceTexts {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  /// The Swift sources of a room, one after the other.
  static func sources(_ room: String) throws -> String {
    let folder = root + "/Sources/" + room
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
      .joined(separator: "\n")
  }

  /// The keys that a decoder takes: the texts in its `mapping(…)` and in its lists of keys.
  static func keys(of decoder: String) throws -> Set<String> {
    let source = try text("Sources/\(decoder).swift")
    let lists = source.matches(of: /(?:mapping\(|[kK]eys = \[|own = \[)([^)\]]*)/)
    return Set(lists.flatMap { $0.1.matches(of: /"([A-Za-z$:-]+)"/).map { String($0.1) } })
  }
}
