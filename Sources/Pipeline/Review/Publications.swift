import Foundation

/// What is public of a period: `published`, a link to `publications/<id>/files`, which is switched with one rename.
///
/// A publication is made whole beside the others and synced; the ledger's line about it is what makes it hold. What
/// is stopped before that line was never there; what is stopped after it, the next writer ends.
struct Publications {
  let root: String
  var link: String { root + "/published" }

  /// The folder's name while it is made, up to the ledger's line.
  func making(_ id: String) -> String { "\(root)/publications/.\(id)" }
  func folder(_ id: String) -> String { "\(root)/publications/\(id)" }
  func files(_ id: String) -> String { folder(id) + "/files" }
  func record(_ id: String) -> String { folder(id) + "/record.json" }

  private var shown: PeriodLink { PeriodLink(root: root, name: .published) }

  /// The publication that the link points at; nil when it points at none.
  var current: String? { try? shown.id() }

  /// Makes what can fail of the switch, before the ledger's line.
  func prepare(_ id: String) throws(RunError) {
    guard try shown.state() != .replaced else {
      throw FileSystem.failure(shown.path, FileSystem.reason(EEXIST))
    }
    try shown.prepare(id)
  }

  /// Takes away what was made for a ledger's line that was not written.
  func forget(_ id: String) {
    shown.forget()
    try? FileSystem.remove(making(id))
  }

  /// After the ledger's line: the folder gets its name, and the prepared link is turned.
  func settle(_ id: String) throws(RunError) {
    try nameFolder(id)
    try shown.turn()
    try FileSystem.sync(root)
  }

  private func nameFolder(_ id: String) throws(RunError) {
    if FileSystem.exists(folder(id)) { return }
    try FileSystem.move(making(id), to: folder(id))
    try FileSystem.sync(root + "/publications")
  }

  /// Ends a publication that was stopped after its line in the ledger. Whether there was one to end.
  func finish(_ last: ReviewRecord.Publication?) throws(RunError) -> Bool {
    guard let last, current != last.id || !FileSystem.exists(folder(last.id)) else { return false }
    if !FileSystem.exists(folder(last.id)), try !isMade(last) { return false }
    try nameFolder(last.id)
    try shown.point(at: last.id)
    return true
  }

  /// Whether the folder still has the name under which it was made.
  private func isMade(_ last: ReviewRecord.Publication) throws(RunError) -> Bool {
    let record = making(last.id) + "/record.json"
    return FileSystem.exists(record) ? try Digest.file(record) == last.sha256 : false
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
