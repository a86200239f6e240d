import Foundation

/// What is public of a period: `published`, a link to `publications/<id>/files`, which is switched with one rename.
///
/// A publication is made whole beside the others and synced; the ledger's line about it is what makes it hold. What
/// is stopped before that line was never there; what is stopped after it, the next writer ends.
struct Publications {
  let root: String
  var link: String { root + "/published" }

  func folder(_ id: String) -> String { "\(root)/publications/\(id)" }
  func files(_ id: String) -> String { folder(id) + "/files" }
  func record(_ id: String) -> String { folder(id) + "/record.json" }

  /// The publication that the link points at.
  var current: String? {
    FileSystem.target(of: link).flatMap { $0.split(separator: "/").dropLast().last.map(String.init) }
  }

  /// The id after one; ids count up within a period.
  static func id(after last: String?) -> String {
    let next = String((last.flatMap(Int.init) ?? 0) + 1)
    return String(repeating: "0", count: max(0, 4 - next.count)) + next
  }

  /// Points the link at a publication.
  func show(_ id: String) throws(RunError) {
    try FileSystem.switchLink(link, to: "publications/\(id)/files")
    try FileSystem.sync(root)
  }

  /// Ends a publication that was stopped after its line in the ledger.
  func finish(_ last: ReviewRecord.Publication?) throws(RunError) {
    guard let last, current != last.id, FileSystem.isFolder(files(last.id)) else { return }
    try show(last.id)
  }
}

/// All that a publication holds, `publications/<id>/record.json`.
struct PublicationRecord: Codable {
  struct Unit: Codable {
    var unit: String
    var title: String?
    /// The run that it was copied from.
    var run: String
    var digest: String
    var files: [ReviewSheet.File]

    init(_ unit: ReviewSheet.Unit, of run: String) {
      (self.unit, title, self.run) = (unit.unit, unit.title, run)
      (digest, files) = (unit.digest, unit.files)
    }
  }

  var pipeline: String
  var period: String
  var publication: String
  var units: [Unit] = []

  init(pipeline: String, period: String, publication: String) {
    (self.pipeline, self.period, self.publication) = (pipeline, period, publication)
  }

  /// Reads a record, which must be the one that the ledger has the digest of.
  init(path: String, sha256: String) throws(RunError) {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw FileSystem.failure(path) }
    guard bytes.withUnsafeBytes(Digest.bytes) == sha256 else {
      throw .refused([.changedPublished(path, of: nil)])
    }
    do {
      self = try JSONDecoder().decode(PublicationRecord.self, from: bytes)
    } catch {
      throw .storage(path: path, reason: "\(error)")
    }
  }

  func write(to path: String) throws(RunError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(self) else { return }
    try FileSystem.write(bytes + Data("\n".utf8), to: path)
    try FileSystem.sync(path)
  }
}
