import Foundation

/// `output/ledger.jsonl`, the one record over runs, reviews and publications: append-only, each line chained to the
/// one before by its SHA-256, on the disk before anyone is told that it is there.
///
/// Writers wait for each other. Every line says its own digest, so that a changed one is found and named, and the
/// digest of the line before, so that none can be taken out, put in or written anew.
struct Ledger: Sendable {
  static let first = String(repeating: "0", count: 64)

  let path: String

  init(output: String) { path = output + "/ledger.jsonl" }

  /// Adds a line: what kind of thing happened, and its facts. Only the last line is read.
  func append(_ kind: String, _ facts: [String: String]) throws(RunError) {
    let held = try HeldLedger(path, for: .writing)
    try held.append(kind, facts, after: try held.last())
  }

  /// Hands over every line, in order, each proved. Throws at the first that does not hold.
  @discardableResult
  func forEachLine(_ body: (LedgerLine) -> Void) throws(RunError) -> LedgerEnd {
    guard FileSystem.exists(path) else { return LedgerEnd() }
    return try HeldLedger(path, for: .reading).forEachLine(body)
  }
}

/// Where a ledger ends: what the next line is chained to.
struct LedgerEnd: Equatable, Sendable {
  /// What stands after the last whole line.
  enum Rest: Sendable {
    case nothing
    /// The beginning of a line that was never finished; nobody was told that it is there, and the next writer
    /// cuts it off.
    case torn
    /// A whole line that lacks only its end; the next writer adds it.
    case unended
  }

  var lines = 0
  /// Of the last line.
  var digest = Ledger.first
  /// Whether it says its own digest: every line after it has to, then.
  var saysDigest = false
  /// In bytes, up to the end of the last line.
  var length = 0
  var rest = Rest.nothing
}

/// A line that is not what was written.
public enum LedgerFault: Hashable, Sendable {
  /// Its own digest does not hold, or it is no line of a ledger.
  case changed
  /// It holds, but is not the one that followed the line before.
  case unchained
}
