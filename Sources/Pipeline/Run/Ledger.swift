import Foundation

/// `output/ledger.jsonl`, the one record over runs: append-only, each line chained to the one before by its SHA-256,
/// on the disk before anyone is told that it is there.
///
/// A line is a JSON object with sorted keys; `previous` is the digest of the line before, and of nothing for the
/// first. Writers wait for each other. A last line without its end is one that nobody was told of: it is cut off.
struct Ledger {
  static let first = String(repeating: "0", count: 64)

  let path: String

  init(output: String) { path = output + "/ledger.jsonl" }

  /// Adds a line: what kind of thing happened, and its facts.
  func append(_ kind: String, _ facts: [String: String]) throws(RunError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw FileSystem.failure(path) }
    let lines = try lines()
    var entry = facts
    entry["kind"] = kind
    entry["number"] = "\(lines.count + 1)"
    entry["previous"] = lines.last.map(Digest.text) ?? Self.first
    let whole = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    guard ftruncate(descriptor, off_t(whole)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw FileSystem.failure(path)
    }
    try FileSystem.write(Data((Self.line(entry) + "\n").utf8), to: descriptor, of: path)
    if fsync(descriptor) != 0 { throw FileSystem.failure(path) }
  }

  /// The number of the first line that is not what was written: its chain does not hold; nil when all hold.
  func firstBrokenLine() throws(RunError) -> Int? {
    var previous = Self.first
    for (index, line) in try lines().enumerated() {
      let entry = try? JSONDecoder().decode([String: String].self, from: Data(line.utf8))
      guard entry?["previous"] == previous, entry?["number"] == "\(index + 1)" else { return index + 1 }
      previous = Digest.text(line)
    }
    return nil
  }

  /// The whole lines.
  private func lines() throws(RunError) -> [String] {
    guard FileSystem.exists(path) else { return [] }
    var lines = try FileSystem.read(path).split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeLast()
    return lines.map(String.init)
  }

  private static func line(_ entry: [String: String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(entry)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
