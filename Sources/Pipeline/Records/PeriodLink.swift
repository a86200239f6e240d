import Foundation

/// One of the links of a period's folder: what is current, latest, published.
///
/// It is pointed elsewhere in two steps: what may fail – a full disk, a folder in its place – fails before the ledger
/// has its line; what is left for after it is one rename.
struct PeriodLink {
  enum Name: String, CaseIterable {
    case current, latest, published
  }
  enum State: Hashable {
    case absent
    /// The id of a run or publication.
    case to(String)
    /// Leads to something that no command points it at.
    case foreign(String)
    /// A file or folder stands where the link was: a copy that did not keep links.
    case replaced
  }

  let root: String
  let name: Name

  var path: String { "\(root)/\(name.rawValue)" }
  private var fresh: String { path + ".next" }

  /// Where it leads for a run or publication.
  func target(_ id: String) -> String {
    name == .published ? "publications/\(id)/files" : "runs/\(id)"
  }

  func state() throws(RunError) -> State {
    switch try FileSystem.kind(of: path) {
    case nil: return .absent
    case .link(let target):
      let parts = target.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count > 1, self.target(String(parts[1])) == target, Int(parts[1]) != nil else {
        return .foreign(target)
      }
      return .to(String(parts[1]))
    default: return .replaced
    }
  }

  /// The id that it leads to; nil when it leads to none.
  func id() throws(RunError) -> String? {
    if case .to(let id) = try state() { id } else { nil }
  }

  /// Makes the new link beside the old one.
  func prepare(_ id: String) throws(RunError) {
    unlink(fresh)
    guard symlink(target(id), fresh) == 0 else { throw FileSystem.failure(fresh) }
  }

  /// Puts the prepared link in the old one's place: readers see the one or the other.
  func turn() throws(RunError) { try FileSystem.move(fresh, to: path) }

  /// Takes a prepared link away again.
  func forget() { unlink(fresh) }

  func point(at id: String) throws(RunError) {
    try prepare(id)
    try turn()
    try FileSystem.sync(root)
  }
}
