import Foundation

/// Brings the ledger and a period's folder into agreement again: what the disk shows and the ledger lacks is recorded
/// anew when it is whole and set aside when it is not; what stands in a link's place is set aside, and the links are
/// pointed where the ledger says.
///
/// Nothing is deleted. Every step has its own line in the ledger, with who did it and why.
public struct Repair: Sendable {
  static let kind = "repair"

  public enum Step: Hashable, Sendable {
    /// The ledger has it again, as it lies on the disk.
    case recordedRun(String)
    case recordedPublication(String)
    /// From where, to where.
    case setAside(String, to: String)
    case pointed(String, at: String)
    /// An older run or publication that is no longer whole; it is not proved any more.
    case givenUp(String)
    /// What a stopped command had left to end.
    case finished(Finished)
  }

  /// What was done, in order.
  public let steps: [Step]

  /// - Throws: `refused` when a name or an opinion is missing, and what stops any command.
  public init(
    _ pipeline: String, period: String, by name: String, opinion: String, in workplace: Workplace
  ) throws(RunError) {
    let (name, opinion) = (name.plainLine, opinion.plainLine)
    if name.isEmpty { throw .refused([.missingName]) }
    if opinion.isEmpty { throw .refused([.missingOpinion]) }
    let root = "\(workplace.output)/\(pipeline)/\(period)"
    guard FileSystem.isFolder(root) else {
      throw .usage("没有 \(root)，没有什么可以修复。", english: "There is no \(root); there is nothing to repair.")
    }
    let lock = try RunLock(folder: root)
    defer { withExtendedLifetime(lock) {} }
    var work = RepairWork(
      held: try HeldLedger(Ledger(output: workplace.output).path, for: .writing),
      facts: ["pipeline": pipeline, "period": period, "by": name, "opinion": opinion],
      standing: PeriodStanding(root, ReviewRecord(pipeline, period)))
    try work.perform()
    steps = work.steps
  }
}

/// A repair while it goes on, under the locks of the period and of the ledger.
private struct RepairWork {
  let held: HeldLedger
  let facts: [String: String]
  var standing: PeriodStanding
  var steps: [Repair.Step] = []

  private var root: String { standing.root }

  init(held: HeldLedger, facts: [String: String], standing: PeriodStanding) {
    (self.held, self.facts, self.standing) = (held, facts, standing)
  }

  mutating func perform() throws(RunError) {
    try readLedger()
    try recordRuns()
    try recordPublications()
    try clearLinks()
    let finished = try standing.finish()
    if !finished.isNothing { steps.append(.finished(finished)) }
    try pointLinks()
    try giveUpLost()
  }

  /// What was added to the ledger since it was read last; proved.
  private mutating func readLedger() throws(RunError) {
    standing = PeriodStanding(root, try standing.record.continued(in: held))
  }

  // MARK: What the ledger lacks

  private mutating func recordRuns() throws(RunError) {
    let current = try standing.link(.current).id()
    for id in try standing.unrecordedRuns() {
      let folder = standing.folder(ofRun: id)
      let path = folder + "/" + RunFolder.record
      let run = try RunRecord(path: path)
      guard run.run == id, isWhole(run.outputs.map { ("\(folder)/\($0.path)", $0.sha256) }) else {
        try setAside(folder)
        continue
      }
      var own = ["run": id, "outcome": run.outcome.rawValue, "record": try Digest.file(path)]
      own["review"] = run.outputs.first { $0.path == ReviewSheet.file }?.sha256
      if current == id { own["current"] = "yes" }
      try record(own)
      steps.append(.recordedRun(id))
    }
  }

  private mutating func recordPublications() throws(RunError) {
    let publications = Publications(root: root)
    for id in try standing.unrecordedPublications() {
      guard let sha256 = try? Digest.file(publications.record(id)),
        let publication = try? PublicationRecord(path: publications.record(id), sha256: sha256),
        publication.publication == id,
        isWhole(
          publication.units.flatMap(\.files).map { ("\(publications.files(id))/\($0.path)", $0.sha256) })
      else {
        try setAside(publications.folder(id))
        continue
      }
      let units = publication.units.map { ($0.unit, $0.digest) }
      try record(
        ["publication": id, "record": sha256],
        units: Dictionary(units, uniquingKeysWith: { first, _ in first }))
      steps.append(.recordedPublication(id))
    }
  }

  private func isWhole(_ files: [(path: String, sha256: String)]) -> Bool {
    files.allSatisfy { path, sha256 in
      guard let kind = try? FileSystem.kind(of: path), kind == .file else { return false }
      return (try? Digest.file(path)) == sha256
    }
  }

  // MARK: Links

  /// What stands in a link's place, and links that lead elsewhere, are set aside.
  private mutating func clearLinks() throws(RunError) {
    for name in PeriodLink.Name.allCases {
      let link = standing.link(name)
      switch try link.state() {
      case .foreign, .replaced: try setAside(link.path)
      case .absent, .to: continue
      }
    }
  }

  /// Points the links where the ledger says, when that is there.
  private mutating func pointLinks() throws(RunError) {
    for name in PeriodLink.Name.allCases {
      let link = standing.link(name)
      guard let id = expected(name), FileSystem.isFolder("\(root)/\(link.target(id))") else { continue }
      if try link.id() == id { continue }
      try record(["link": name.rawValue, "target": link.target(id)])
      try link.point(at: id)
      steps.append(.pointed(link.path, at: link.target(id)))
    }
  }

  /// Lines of older versions do not say which run became current: then it is the last that is done and has outputs.
  private func expected(_ name: PeriodLink.Name) -> String? {
    if let id = standing.expected(name) { return id }
    guard name == .current, (try? standing.link(.current).state()) == .absent else { return nil }
    return standing.record.runs.filter { $0.value["outcome"] == "done" }.keys.sorted().last { id in
      let path = standing.folder(ofRun: id) + "/" + RunFolder.record
      return (try? RunRecord(path: path))?.outputs.contains { $0.audience == .public } ?? false
    }
  }

  // MARK: What is lost

  /// Older runs and publications that are gone or were changed are noted, so that what happens after shows again.
  private mutating func giveUpLost() throws(RunError) {
    let record = standing.record
    for id in record.runs.keys.sorted() where id != record.currentRun && id != record.latestRun {
      let folder = standing.folder(ofRun: id)
      let outputs = (try? RunRecord(path: folder + "/" + RunFolder.record))?.outputs ?? []
      let files =
        [("\(folder)/\(RunFolder.record)", record.runs[id]?["record"] ?? "")]
        + outputs.map { ("\(folder)/\($0.path)", $0.sha256) }
      if !isWhole(files) { try giveUp("runs/\(id)") }
    }
    let publications = Publications(root: root)
    for (id, sha256) in record.publications.sorted(by: { $0.key < $1.key }) where id != record.publication?.id
    {
      let units = (try? PublicationRecord(path: publications.record(id), sha256: sha256))?.units ?? []
      let files =
        [(publications.record(id), sha256)]
        + units.flatMap(\.files).map { ("\(publications.files(id))/\($0.path)", $0.sha256) }
      if !isWhole(files) { try giveUp("publications/\(id)") }
    }
  }

  private mutating func giveUp(_ path: String) throws(RunError) {
    if standing.record.lost.contains(path) { return }
    try record(["lost": path])
    steps.append(.givenUp("\(root)/\(path)"))
  }

  // MARK: Lines

  private mutating func setAside(_ path: String) throws(RunError) {
    let place = root + "/set-aside"
    try FileSystem.makeFolder(place)
    let inner = String(path.dropFirst(root.count + 1))
    let name = inner.replacing("/", with: "-")
    let taken = Set(try FileSystem.listing(of: place))
    var number = 1
    while taken.contains("\(name)-\(number)") { number += 1 }
    let free = "\(name)-\(number)"
    try record(["aside": inner, "to": "set-aside/\(free)"])
    try FileSystem.move(path, to: "\(place)/\(free)")
    try FileSystem.sync(place)
    steps.append(.setAside(path, to: "\(place)/\(free)"))
  }

  private mutating func record(_ own: [String: String], units: [String: String] = [:]) throws(RunError) {
    try held.append(
      Repair.kind, facts.merging(own) { _, own in own }, units: units, after: standing.record.end)
    try readLedger()
  }
}
