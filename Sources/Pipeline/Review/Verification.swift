import Foundation

/// What the record over all runs is held against: the files that it speaks of.
public struct Verification: Sendable {
  /// Something that is not as it was recorded.
  public enum Fault: Hashable, Sendable {
    case changed(String)
    case missing(String)
    /// A published folder has a file that no publication put there.
    case stranger(String)
    /// A run or publication that the ledger does not know: its last lines are gone.
    case unrecorded(String)
    /// The last publication, stopped before its last move.
    case unfinished(String)
  }

  public private(set) var lines = 0
  /// Of the last line: whoever writes it down elsewhere can tell whether lines were taken away.
  public private(set) var head = ""
  /// Whether the ledger ends with the beginning of a line, which the next writer cuts off.
  public private(set) var isTorn = false
  public private(set) var files = 0
  public private(set) var faults: [Fault] = []

  /// Proves the ledger, then what is current and public of every period, or of those that are asked for. Throws at
  /// the ledger's first line that does not hold.
  public init(_ workplace: Workplace, pipeline: String?, period: String?) throws(RunError) {
    let ledger = Ledger(output: workplace.output)
    guard FileSystem.exists(ledger.path) else {
      throw FileSystem.failure(ledger.path, FileSystem.reason(ENOENT))
    }
    var records: [String: ReviewRecord] = [:]
    let end = try ledger.forEachLine { line in
      let (name, period) = (line["pipeline"], line["period"])
      records["\(name)/\(period)", default: ReviewRecord(name, period)].add(line)
    }
    (lines, head, isTorn) = (end.lines, end.digest, end.rest == .torn)
    for name in FileSystem.names(in: workplace.output) {
      for period in FileSystem.names(in: "\(workplace.output)/\(name)") {
        guard FileSystem.isFolder("\(workplace.output)/\(name)/\(period)/runs") else { continue }
        records["\(name)/\(period)"] = records["\(name)/\(period)"] ?? ReviewRecord(name, period)
      }
    }
    let wanted = records.values.filter {
      $0.pipeline == pipeline ?? $0.pipeline && $0.period == period ?? $0.period
    }
    if wanted.isEmpty, pipeline != nil || period != nil {
      let what = [pipeline, period].compactMap { $0 }.joined(separator: " ")
      throw .usage("没有 \(what) 的记录，也没有它的结果。", english: "There is no record and no result of \(what).")
    }
    for record in wanted.sorted(by: { ($0.pipeline, $0.period) < ($1.pipeline, $1.period) }) {
      let root = "\(workplace.output)/\(record.pipeline)/\(record.period)"
      try checkCurrent(record, root)
      try checkPublished(record, root)
    }
  }

  private mutating func checkCurrent(_ record: ReviewRecord, _ root: String) throws(RunError) {
    guard let run = FileSystem.target(of: root + "/current")?.split(separator: "/").last.map(String.init)
    else {
      return
    }
    let folder = "\(root)/runs/\(run)"
    guard let line = record.runs[run] else { return faults.append(.unrecorded(folder)) }
    guard check(folder + "/run.json", line["record"]),
      let bytes = FileManager.default.contents(atPath: folder + "/run.json"),
      let outputs = try? JSONDecoder().decode(RunRecord.self, from: bytes).outputs
    else { return }
    for output in outputs { check("\(folder)/\(output.path)", output.sha256) }
  }

  private mutating func checkPublished(_ record: ReviewRecord, _ root: String) throws(RunError) {
    let publications = Publications(root: root)
    guard let last = record.publication else {
      if let id = publications.current { faults.append(.unrecorded(publications.folder(id))) }
      return
    }
    if publications.current != last.id {
      let isKnown = publications.current.map { $0 < last.id } ?? true
      faults.append(
        isKnown ? .unfinished(last.id) : .unrecorded(publications.folder(publications.current ?? "")))
    }
    guard check(publications.record(last.id), last.sha256) else { return }
    let units = try PublicationRecord(path: publications.record(last.id), sha256: last.sha256).units
    let folder = publications.files(last.id)
    var strangers = Set(FileSystem.files(below: folder))
    for file in units.flatMap(\.files) {
      check("\(folder)/\(file.path)", file.sha256)
      strangers.remove("\(folder)/\(file.path)")
    }
    faults += strangers.sorted().map { .stranger($0) }
  }

  /// Whether a file is there with its digest.
  @discardableResult
  private mutating func check(_ path: String, _ sha256: String) -> Bool {
    files += 1
    guard FileSystem.exists(path) else {
      faults.append(.missing(path))
      return false
    }
    guard (try? Digest.file(path)) == sha256 else {
      faults.append(.changed(path))
      return false
    }
    return true
  }
}
