import Foundation

/// What a publication came to.
public struct PublishOutcome: Sendable {
  /// The publication's id; nil when there was nothing to publish.
  public var publication: String?
  /// The units that are published now and were not before, or not so.
  public var units: [String]
  /// How many files are public now.
  public var files: Int
  public var path: String
  public var status: ReviewStatus
  /// What an earlier command had left to end.
  public var finished: Finished
}

/// What a withdrawal came to.
public struct WithdrawOutcome: Sendable {
  public var by: String
  public var units: [String]
  /// Those of them that were public.
  public var unpublished: [String]
  public var path: String
  public var status: ReviewStatus
  /// What an earlier command had left to end.
  public var finished: Finished
}

extension ReviewDesk {
  /// Publishes what is fully approved: some units, or all. What was published before stays beside it.
  public func publish(_ wanted: [String]) throws(RunError) -> PublishOutcome {
    let wanted = try units(wanted) { unit($0) != nil }
    let lock = try RunLock(folder: root)
    defer { withExtendedLifetime(lock) {} }
    let desk = try renewed()
    let record = try desk.present()
    let publications = Publications(root: root)
    let refusals = wanted.compactMap { desk.unit($0).flatMap { desk.refusal(toPublish: $0, record) } }
    if !refusals.isEmpty { throw .refused(refusals) }
    let chosen = desk.sheet.units.filter { unit in
      (wanted.isEmpty || wanted.contains(unit.unit)) && desk.state(of: unit, record) == .approved
    }
    // What was published and removed from the disk is put back.
    let isLost = record.publication.map { publications.current != $0.id } ?? false
    if chosen.isEmpty, !isLost {
      return PublishOutcome(
        units: [], files: 0, path: publications.link, status: desk.status(record),
        finished: desk.finished)
    }
    let made = try desk.replace(
      record, adding: chosen, removing: [], kind: "publish", facts: [:], units: chosen.digests)
    return PublishOutcome(
      publication: made.id, units: chosen.map(\.unit), files: made.files, path: publications.link,
      status: desk.status(made.record), finished: desk.finished)
  }

  /// Takes units back: what is public of them is taken away, and their approvals count no more. The ledger and the
  /// publications before keep what was.
  public func withdraw(_ wanted: [String], by name: String, opinion: String) throws(RunError)
    -> WithdrawOutcome
  {
    let opinion = opinion.plainLine
    if wanted.isEmpty { throw .refused([.missingUnit]) }
    if opinion.isEmpty { throw .refused([.missingOpinion]) }
    let lock = try RunLock(folder: root)
    defer { withExtendedLifetime(lock) {} }
    let desk = try renewed()
    let by = try desk.person(name, for: desk.sheet.steps)
    let record = try desk.present()
    let wanted = try desk.units(wanted) { desk.unit($0) != nil || record.units[$0]?.published != nil }
    let publications = Publications(root: root)
    let refusals = wanted.compactMap { desk.refusal(toWithdraw: $0, by: by, record) }
    if !refusals.isEmpty { throw .refused(refusals) }
    let digests = wanted.map { code in
      (code, record.unit(code).published?.digest ?? desk.unit(code)?.digest ?? "")
    }
    let unpublished = wanted.filter { record.unit($0).published != nil }
    let facts = ["by": by, "opinion": opinion]
    let units = Dictionary(digests, uniquingKeysWith: { first, _ in first })
    let now =
      unpublished.isEmpty
      ? try desk.record("withdraw", facts, units: units, whileNothingChangedSince: record)
      : try desk.replace(
        record, adding: [], removing: Set(unpublished), kind: "withdraw", facts: facts, units: units
      ).record
    return WithdrawOutcome(
      by: by, units: wanted, unpublished: unpublished, path: publications.link, status: desk.status(now),
      finished: desk.finished)
  }

  /// The desk as it is now that no run can change what is current, and with what others left to end.
  private func renewed() throws(RunError) -> ReviewDesk {
    var desk = try ReviewDesk(pipeline, period: period, root: root, ledger: ledger)
    desk.finished = try PeriodStanding(root, desk.opening).finish()
    return desk
  }

  private func present() throws(RunError) -> ReviewRecord {
    try opening.continued(in: try HeldLedger(ledger.path, for: .reading))
  }

  private func refusal(toPublish unit: ReviewSheet.Unit, _ record: ReviewRecord) -> Refusal? {
    guard let step = state(of: unit, record).step else { return nil }
    let changed = record.unit(unit.unit).hasChanged(from: unit.digest, steps: sheet.steps)
    return .notApproved(unit: unit.unit, waitsFor: step, changed: changed)
  }

  private func refusal(toWithdraw code: String, by: String, _ record: ReviewRecord) -> Refusal? {
    let own = record.unit(code)
    let people = sheet.steps.flatMap { step in
      unit(code).map { sheet.people(for: step, of: $0) } ?? sheet.people[step, default: []]
    }
    // The people of a unit that the result no longer has are not known: anyone's who reviews will do.
    if unit(code) != nil, !people.contains(where: { PersonName($0) == PersonName(by) }) {
      return .mayNotTake(unit: code, step: nil, by: by, people: people)
    }
    return own.approvals.isEmpty && own.published == nil ? .nothingToWithdraw(unit: code) : nil
  }

  /// Makes the next publication, records it and shows it.
  private func replace(
    _ record: ReviewRecord, adding new: [ReviewSheet.Unit], removing: Set<String>, kind: String,
    facts: [String: String], units: [String: String]
  ) throws(RunError) -> (id: String, files: Int, record: ReviewRecord) {
    let publications = Publications(root: root)
    let id = FileSystem.id(after: record.publications.keys)
    var next = PublicationRecord(pipeline: pipeline, period: period, publication: id)
    let fresh = Set(new.map(\.unit))
    next.units = try published(record, but: fresh.union(removing))
    next.units += new.map { .init($0, of: run) }
    next.units.sort { $0.unit.utf8.lexicographicallyPrecedes($1.unit.utf8) }
    let making = PublicationMaking(
      publications: publications, before: record.publication?.id,
      run: (run, "\(root)/runs/\(run)", sheet.units.digests))
    var facts = facts
    facts["publication"] = id
    let now: ReviewRecord
    do throws(RunError) {
      facts["record"] = try making.make(next, new: fresh)
      try publications.prepare(id)
      now = try self.record(kind, facts, units: units, whileNothingChangedSince: record)
    } catch {
      // It was never a publication, and may be what fills the disk.
      publications.forget(id)
      throw error
    }
    do throws(RunError) {
      try publications.settle(id)
    } catch {
      throw .unsettledPublication(id, root: root, cause: error.cause)
    }
    return (id, next.units.reduce(0) { $0 + $1.files.count }, now)
  }

  /// Adds the line, unless somebody reviewed one of the units while the publication was made.
  private func record(
    _ kind: String, _ facts: [String: String], units: [String: String],
    whileNothingChangedSince before: ReviewRecord
  ) throws(RunError) -> ReviewRecord {
    let held = try HeldLedger(ledger.path, for: .writing)
    var now = try before.continued(in: held)
    let overtaken = units.keys.filter { now.unit($0).last != before.unit($0).last }.sorted()
    if !overtaken.isEmpty { throw .refused(overtaken.map { .overtaken(unit: $0) }) }
    var facts = facts
    (facts["pipeline"], facts["period"], facts["run"]) = (pipeline, period, run)
    now.add(try held.append(kind, facts, units: units, after: now.end))
    return now
  }

  /// What is published, without some units. When its folder is gone, what the run still has of it.
  private func published(
    _ record: ReviewRecord, but left: Set<String>
  ) throws(RunError) -> [PublicationRecord.Unit] {
    guard let last = record.publication else { return [] }
    let publications = Publications(root: root)
    if FileSystem.exists(publications.folder(last.id)) {
      return try PublicationRecord(path: publications.record(last.id), sha256: last.sha256).units
        .filter { !left.contains($0.unit) }
    }
    var kept: [PublicationRecord.Unit] = []
    var lost: [String] = []
    for (code, own) in record.units where !left.contains(code) {
      guard let published = own.published else { continue }
      if let unit = unit(code), unit.digest == published.digest {
        kept.append(.init(unit, of: run))
      } else {
        lost.append(code)
      }
    }
    if !lost.isEmpty { throw .refused(lost.sorted().map { .lostPublication(unit: $0) }) }
    return kept
  }
}
