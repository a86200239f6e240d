import Foundation

/// The folder of one run, `output/<pipeline>/<period>/runs/<id>`, and the two links beside `runs`.
struct RunFolder {
  let root: String
  let id: String
  var path: String { "\(root)/runs/\(id)" }

  /// Makes the next run's folder; ids count up within a period. The caller holds the period's lock.
  init(next root: String) throws(RunError) {
    self.root = root
    try FileSystem.makeFolder(root + "/runs")
    let last = FileSystem.names(in: root + "/runs").compactMap { Int($0) }.max() ?? 0
    id = String(repeating: "0", count: max(0, 4 - String(last + 1).count)) + String(last + 1)
    try FileSystem.makeFolder(path)
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

  /// Switches the links to this run, which is synced: `current` only when it may be published.
  func switchLinks(published: Bool) throws(RunError) {
    if published { try FileSystem.switchLink(root + "/current", to: "runs/\(id)") }
    try FileSystem.switchLink(root + "/latest", to: "runs/\(id)")
    try FileSystem.sync(root)
  }
}
