import Foundation

/// What the record over all runs is held against: every run and publication that it speaks of, and the links.
public struct Verification: Sendable {
  public private(set) var lines = 0
  /// Of the last line: whoever writes it down elsewhere can tell whether lines were taken away.
  public private(set) var head = ""
  /// Whether the ledger ends with the beginning of a line, which the next writer cuts off.
  public private(set) var isTorn = false
  public private(set) var files = 0
  public private(set) var runs = 0
  public private(set) var publications = 0
  public private(set) var faults: [RecordFault] = []
  /// Older runs and publications that are known to be gone or damaged: a repair says so.
  public private(set) var lost = 0

  /// Proves the ledger, then every run and publication of every period, or of those that are asked for. Throws at
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
    for (name, period) in try Self.periods(in: workplace.output) where records["\(name)/\(period)"] == nil {
      records["\(name)/\(period)"] = ReviewRecord(name, period)
    }
    let wanted = records.values.filter {
      $0.pipeline == pipeline ?? $0.pipeline && $0.period == period ?? $0.period
    }
    if wanted.isEmpty, pipeline != nil || period != nil {
      let what = [pipeline, period].compactMap { $0 }.joined(separator: " ")
      throw .usage("没有 \(what) 的记录，也没有它的结果。", english: "There is no record and no result of \(what).")
    }
    for record in wanted.sorted(by: { ($0.pipeline, $0.period) < ($1.pipeline, $1.period) }) {
      try check(PeriodStanding("\(workplace.output)/\(record.pipeline)/\(record.period)", record))
    }
  }

  /// The periods that have results on the disk, whatever the ledger says.
  private static func periods(in output: String) throws(RunError) -> [(pipeline: String, period: String)] {
    var periods: [(String, String)] = []
    for name in try FileSystem.listing(of: output) where FileSystem.isFolder("\(output)/\(name)") {
      for period in try FileSystem.listing(of: "\(output)/\(name)")
      where FileSystem.isFolder("\(output)/\(name)/\(period)/runs") {
        periods.append((name, period))
      }
    }
    return periods
  }

  private mutating func check(_ standing: PeriodStanding) throws(RunError) {
    faults += try standing.contradictions()
    lost += standing.record.lost.count
    try checkLinks(standing)
    for id in standing.record.runs.keys.sorted() where !standing.isLost(run: id) {
      try checkRun(id, standing)
    }
    for id in standing.record.publications.keys.sorted() where !standing.isLost(publication: id) {
      try checkPublication(id, standing)
    }
    try checkStrangers(standing)
  }

  // MARK: Links

  /// Each link has to lead to the last run or publication that the ledger has of it.
  private mutating func checkLinks(_ standing: PeriodStanding) throws(RunError) {
    for name in PeriodLink.Name.allCases {
      let link = standing.link(name)
      guard let last = standing.expected(name) else { continue }
      switch try link.state() {
      case .to(last): continue
      case .foreign, .replaced: continue  // named already
      case .absent where !FileSystem.isFolder(standing.root): continue  // so is every run
      case .absent: behind(link, shows: nil, last: last)
      case .to(let id): behind(link, shows: id, last: last)
      }
    }
  }

  private mutating func behind(_ link: PeriodLink, shows id: String?, last: String) {
    faults.append(link.name == .published ? .unfinished(last) : .behind(link.path, shows: id, last: last))
  }

  // MARK: Runs and publications

  private mutating func checkRun(_ id: String, _ standing: PeriodStanding) throws(RunError) {
    runs += 1
    let folder = standing.folder(ofRun: id)
    let record = folder + "/" + RunFolder.record
    guard try isThere(folder, as: .folder) else { return }
    if try isUnsettled(id, standing) { return }
    guard try check(record, standing.record.runs[id]?["record"] ?? "") else { return }
    guard let outputs = (try? RunRecord(path: record))?.outputs else { return }
    var expected: [String: String] = [:]
    for output in outputs { expected[output.path] = output.sha256 }
    try check(folder, expected, exempt: [RunFolder.record, "store.sqlite"])
  }

  /// Stopped right after its line: its record still has the name under which it was written.
  private func isUnsettled(_ id: String, _ standing: PeriodStanding) throws(RunError) -> Bool {
    let fresh = standing.folder(ofRun: id) + "/" + RunFolder.unsettledRecord
    return try FileSystem.kind(of: fresh) == .file
      ? Digest.file(fresh) == standing.record.runs[id]?["record"] : false
  }

  private mutating func checkPublication(_ id: String, _ standing: PeriodStanding) throws(RunError) {
    publications += 1
    let place = Publications(root: standing.root)
    let isMade = !FileSystem.exists(place.folder(id)) && FileSystem.exists(place.making(id))
    let folder = isMade ? place.making(id) : place.folder(id)
    let sha256 = standing.record.publications[id] ?? ""
    guard try isThere(folder, as: .folder), try check(folder + "/record.json", sha256) else { return }
    let units = try PublicationRecord(path: folder + "/record.json", sha256: sha256).units
    var expected: [String: String] = [:]
    for file in units.flatMap(\.files) { expected["files/" + file.path] = file.sha256 }
    try check(folder, expected, exempt: ["record.json"], folders: ["files"])
  }

  // MARK: Files

  /// Holds everything below a folder against what has to be there: path and digest.
  private mutating func check(
    _ folder: String, _ expected: [String: String], exempt: Set<String>, folders: Set<String> = []
  ) throws(RunError) {
    var missing = expected
    for path in try contents(of: folder, expecting: Self.folders(of: expected.keys).union(folders)) {
      if let sha256 = missing.removeValue(forKey: path) {
        try check("\(folder)/\(path)", sha256)
      } else if !exempt.contains(path) {
        faults.append(.stranger("\(folder)/\(path)"))
      }
    }
    faults += missing.keys.sorted().map { .missing("\(folder)/\($0)") }
    files += missing.count
  }

  /// What is below a folder, sorted: of folders that are expected their contents, all else as it stands.
  private mutating func contents(
    of root: String, _ inner: String = "", expecting folders: Set<String>
  ) throws(RunError) -> [String] {
    var found: [String] = []
    for name in try FileSystem.listing(of: inner.isEmpty ? root : "\(root)/\(inner)") {
      let path = inner.isEmpty ? name : "\(inner)/\(name)"
      if folders.contains(path), try FileSystem.kind(of: "\(root)/\(path)") == .folder {
        found += try contents(of: root, path, expecting: folders)
      } else {
        found.append(path)
      }
    }
    return found
  }

  /// All folders in which some files stand.
  private static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        folders.insert(String(rest))
      }
    }
    return folders
  }

  private mutating func isThere(_ path: String, as kind: FileSystem.Kind) throws(RunError) -> Bool {
    switch try FileSystem.kind(of: path) {
    case kind: return true
    case nil: faults.append(.missing(path))
    default: faults.append(.notPlain(path))
    }
    return false
  }

  /// Whether a plain file is there with its digest; anything else is not opened.
  @discardableResult
  private mutating func check(_ path: String, _ sha256: String) throws(RunError) -> Bool {
    files += 1
    guard try isThere(path, as: .file) else { return false }
    guard (try? Digest.file(path)) == sha256 else {
      faults.append(.changed(path))
      return false
    }
    return true
  }

  // MARK: Strangers

  private static let names: Set<String> = [
    "runs", "publications", "set-aside", ".lock", "current", "latest", "published", "current.next",
    "latest.next",
    "published.next",
  ]

  /// What no command put into the period's folder. Runs and publications that were stopped are no strangers.
  private mutating func checkStrangers(_ standing: PeriodStanding) throws(RunError) {
    let root = standing.root
    for name in try FileSystem.listing(of: root) where !Self.names.contains(name) {
      faults.append(.stranger("\(root)/\(name)"))
    }
    for (folder, isMaking) in [("runs", false), ("publications", true)] {
      for name in try FileSystem.listing(of: "\(root)/\(folder)") {
        let id = isMaking && name.hasPrefix(".") ? name.dropFirst() : name[...]
        if Int(id) == nil { faults.append(.stranger("\(root)/\(folder)/\(name)")) }
      }
    }
  }
}
