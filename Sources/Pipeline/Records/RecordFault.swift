/// Something on the disk that is not as the ledger and the records say.
public enum RecordFault: Hashable, Sendable {
  /// A file is not the one that was recorded.
  case changed(String)
  case missing(String)
  /// Nothing that any command put there.
  case stranger(String)
  /// A link, FIFO, socket or device where a file or folder was recorded; it was not opened.
  case notPlain(String)
  /// A run or publication that the ledger does not know: its last lines are gone.
  case unrecorded(String)
  /// A link that leads where no command points it.
  case foreignLink(String, target: String)
  /// A file or folder stands in a link's place: a copy that did not keep links.
  case replacedLink(String)
  /// A link that leads to an older run or publication than the last one that was recorded.
  case behind(String, shows: String?, last: String)
  /// The last publication, stopped before its last move.
  case unfinished(String)
}
