import Foundation

/// What a run puts before the reviewers (送审表), `review.json` in its folder: the steps, the units with their public
/// files and digests, and who may take which step.
struct ReviewSheet: Codable, Sendable {
  static let file = "review.json"

  struct File: Codable, Hashable, Sendable {
    var path: String
    var sha256: String
  }

  /// What is reviewed as one: a unit's public files.
  struct Unit: Codable, Sendable {
    var unit: String
    var title: String?
    /// What an approval binds to.
    var digest: String
    /// Sorted by path.
    var files: [File]
    /// Who may take a step for this unit, by the step.
    var people: [String: [String]]
  }

  var steps: [String]
  /// Who may take a step for every unit, by the step.
  var people: [String: [String]]
  /// In the order in which the outputs name them.
  var units: [Unit]

  /// Who may take a step for a unit.
  func people(for step: String, of unit: Unit) -> [String] {
    people[step, default: []] + unit.people[step, default: []]
  }

  /// The first step that cannot be taken, when no two steps may be taken by one person; nil when all can.
  func stepWithoutPeople(for unit: Unit) -> String? {
    let people = steps.map { step in Set(self.people(for: step, of: unit).map { PersonName($0) }) }
    // The fewest first: what cannot be is seen soon.
    let last = steps.indices.first {
      !Self.canBeTaken(people[...$0].sorted { $0.count < $1.count }[...], by: [])
    }
    return last.map { steps[$0] }
  }

  private static func canBeTaken(_ steps: ArraySlice<Set<PersonName>>, by taken: Set<PersonName>) -> Bool {
    guard let first = steps.first else { return true }
    return first.subtracting(taken).contains { canBeTaken(steps.dropFirst(), by: taken.union([$0])) }
  }

  /// SHA-256 over the files' paths and digests, sorted by path: of what `sha256sum` prints for them.
  static func digest(of files: [File]) -> String {
    Digest.text(files.map { "\($0.sha256)  \($0.path)\n" }.joined())
  }

  static func sorted(_ files: [File]) -> [File] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  // MARK: On the disk

  /// Reads a run's sheet, which must be the one that the ledger has the digest of.
  init(path: String, sha256: String) throws(RunError) {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw FileSystem.failure(path) }
    guard bytes.withUnsafeBytes(Digest.bytes) == sha256 else {
      throw .refused([.changedFile(path, of: nil)])
    }
    do {
      self = try JSONDecoder().decode(ReviewSheet.self, from: bytes)
    } catch {
      throw .storage(path: path, reason: "\(error)")
    }
  }

  init(steps: [String], people: [String: [String]], units: [Unit]) {
    (self.steps, self.people, self.units) = (steps, people, units)
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileSystem.write(try encoder.encode(self) + Data("\n".utf8), to: path)
  }
}
