import Foundation

/// The folder of one run, `output/<pipeline>/<period>/runs/<id>`, and the two links beside `runs`.
struct RunFolder {
  static let record = "run.json"
  /// The record until the ledger has its line.
  static let unsettledRecord = "run.json.next"

  let root: String
  let id: String
  var path: String { "\(root)/runs/\(id)" }

  init(root: String, id: String) { (self.root, self.id) = (root, id) }

  /// Makes the next run's folder; ids count up within a period, and none is given twice, also when folders or lines
  /// of the ledger were taken away. The caller holds the period's lock.
  init(next root: String, known: some Sequence<String>) throws(RunError) {
    try FileSystem.makeFolder(root + "/runs")
    let ids = try FileSystem.ids(in: root + "/runs")
    self.init(root: root, id: FileSystem.id(after: ids + known))
    guard mkdir(path, 0o777) == 0 else { throw FileSystem.failure(path) }
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Makes the folder in which an output file stands.
  func makeFolder(for name: String) throws(RunError) {
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    if !folder.isEmpty { try FileSystem.makeFolder(file(folder)) }
  }

  /// Syncs all that was written.
  func sync() throws {
    try FileSystem.syncTree(path)
    try FileSystem.sync(root + "/runs")
  }

  /// The links that this run turns: `current` only when it may be published.
  private func links(published: Bool) -> [PeriodLink] {
    (published ? [.current, .latest] : [.latest]).map { PeriodLink(root: root, name: $0) }
  }

  /// Makes what can fail of the switch, before the ledger's line.
  func prepareLinks(published: Bool) throws(RunError) {
    for link in links(published: published) {
      guard try link.state() != .replaced else {
        throw FileSystem.failure(link.path, FileSystem.reason(EEXIST))
      }
      try link.prepare(id)
    }
  }

  /// Takes back what was prepared for a ledger's line that was not written.
  func forgetLinks() {
    for link in links(published: true) { link.forget() }
    unlink(file(Self.unsettledRecord))
  }

  /// After the ledger's line: the record gets its name, and the links are turned.
  func settle(published: Bool) throws(RunError) {
    try FileSystem.move(file(Self.unsettledRecord), to: file(Self.record))
    try FileSystem.sync(path)
    for link in links(published: published) { try link.turn() }
    try FileSystem.sync(root)
  }

  /// Gives a record whose run was stopped right after its line its name. Whether the record is the one that the
  /// ledger has the digest of.
  func settle(_ sha256: String) throws(RunError) -> Bool {
    let fresh = file(Self.unsettledRecord)
    if FileSystem.exists(fresh), try Digest.file(fresh) == sha256 {
      try FileSystem.move(fresh, to: file(Self.record))
      try FileSystem.sync(path)
    }
    return FileSystem.exists(file(Self.record)) ? try Digest.file(file(Self.record)) == sha256 : false
  }
}
