import Foundation

/// A period's folder held against what the ledger says of it.
///
/// A line of the ledger is the one point of no return. Before it all that a command has made is under names that
/// nothing looks at – `run.json.next`, `publications/.0003`, `current.next` –; after it they are renamed, by that
/// command or, when it was stopped, by the next. So what has its final name is in the ledger, or the ledger is older
/// than the disk: a backup of it was put back, or its last lines were cut off.
struct PeriodStanding {
  let root: String
  let record: ReviewRecord

  init(_ root: String, _ record: ReviewRecord) { (self.root, self.record) = (root, record) }

  func link(_ name: PeriodLink.Name) -> PeriodLink { PeriodLink(root: root, name: name) }
  func folder(ofRun id: String) -> String { "\(root)/runs/\(id)" }

  /// The run or publication that a link has to lead to; nil when the ledger does not say.
  func expected(_ name: PeriodLink.Name) -> String? {
    switch name {
    case .current: record.currentRun
    case .latest: record.latestRun
    case .published: record.publication?.id
    }
  }

  /// The run that is current: the last that the ledger has, also when its link was not turned yet.
  func currentRun() throws(RunError) -> String? {
    if let run = record.currentRun, FileSystem.isFolder(folder(ofRun: run)) { return run }
    return try link(.current).id()
  }

  /// Whether a repair has given up a run or publication that is neither current nor latest nor public.
  func isLost(run id: String) -> Bool {
    record.lost.contains("runs/\(id)") && id != record.currentRun && id != record.latestRun
  }
  func isLost(publication id: String) -> Bool {
    record.lost.contains("publications/\(id)") && id != record.publication?.id
  }

  // MARK: What the ledger lacks

  /// Stops a command that would build on a ledger that lacks what the disk shows.
  func prove() throws(RunError) {
    let faults = try contradictions()
    if !faults.isEmpty { throw .unsound(faults, pipeline: record.pipeline, period: record.period) }
  }

  /// What the disk shows and the ledger does not know, and links that are none.
  func contradictions() throws(RunError) -> [RecordFault] {
    var faults: [RecordFault] = []
    for id in try unrecordedRuns() { faults.append(.unrecorded(folder(ofRun: id))) }
    for id in try unrecordedPublications() {
      faults.append(.unrecorded(Publications(root: root).folder(id)))
    }
    for name in PeriodLink.Name.allCases {
      let link = link(name)
      switch try link.state() {
      case .absent: continue
      case .foreign(let target): faults.append(.foreignLink(link.path, target: target))
      case .replaced: faults.append(.replacedLink(link.path))
      case .to(let id):
        let isKnown = name == .published ? record.publications[id] != nil : record.runs[id] != nil
        let folder = name == .published ? Publications(root: root).folder(id) : folder(ofRun: id)
        if !isKnown, !faults.contains(.unrecorded(folder)) { faults.append(.unrecorded(folder)) }
      }
    }
    return faults
  }

  func unrecordedPublications() throws(RunError) -> [String] {
    try FileSystem.ids(in: root + "/publications").filter { record.publications[$0] == nil }
  }

  /// A run that was stopped has no line and says `running` or `failed`; one that says `done` has had its line.
  func unrecordedRuns() throws(RunError) -> [String] {
    try FileSystem.ids(in: root + "/runs").filter { id in
      record.runs[id] == nil
        && (try? RunRecord(path: folder(ofRun: id) + "/" + RunFolder.record))?.outcome == .done
    }
  }

  // MARK: Finishing what was stopped

  /// Ends what was stopped after its line in the ledger. Returns the run and the publication that were ended. The
  /// caller holds the period's lock.
  func finish() throws(RunError) -> Finished {
    var finished = Finished()
    for run in Set([record.latestRun, record.currentRun].compactMap { $0 }).sorted() {
      let folder = RunFolder(root: root, id: run)
      guard let line = record.runs[run], try folder.settle(line["record"]) else { continue }
      for name in [PeriodLink.Name.current, .latest] where expected(name) == run {
        if try link(name).id() == run { continue }
        try link(name).point(at: run)
        finished.run = run
      }
    }
    if try Publications(root: root).finish(record.publication) {
      finished.publication = record.publication?.id
    }
    return finished
  }
}

/// What a command ended that another had begun.
public struct Finished: Hashable, Sendable {
  public var run: String?
  public var publication: String?

  public var isNothing: Bool { self == Finished() }
}
