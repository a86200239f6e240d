/// What a person says of a unit at a step.
public enum Verdict: String, Sendable, CaseIterable {
  case approve, `return`
}

/// What a review came to.
public struct ReviewOutcome: Sendable {
  public var verdict: Verdict
  public var step: String
  /// As the list of people has the name.
  public var by: String
  /// The units, in the order of the sheet or as they were asked for.
  public var units: [String]
  /// Units that would have been taken too, were they not returned or withdrawn as they are: those are to be named.
  public var passedOver: [String]
  /// How many units stand where now.
  public var status: ReviewStatus
}

extension ReviewDesk {
  /// Records what a person says of some units, or of all that wait for the step and that this person may take.
  ///
  /// What was returned or withdrawn and has not changed since is reviewed again only when it is named.
  ///
  /// All units or none: one line of the ledger. The state is read, judged and moved on under the ledger's lock, so
  /// that of two people at the same moment the second meets what the first has left.
  public func review(
    _ wanted: [String], step: String, by name: String, _ verdict: Verdict, opinion: String
  ) throws(RunError) -> ReviewOutcome {
    let opinion = opinion.plainLine
    if verdict == .return, opinion.isEmpty { throw .refused([.missingOpinion]) }
    guard sheet.steps.contains(step) else { throw .refused([.unknownStep(step, known: sheet.steps)]) }
    let wanted = try units(wanted) { unit($0) != nil }
    let by = try person(name, for: [step], of: wanted.compactMap(unit))
    let held = try HeldLedger(ledger.path, for: .writing)
    var record = try opening.continued(in: held)
    var chosen: [ReviewSheet.Unit]
    var passedOver: [ReviewSheet.Unit] = []
    if wanted.isEmpty {
      chosen = sheet.units.filter { refusal(of: $0, step: step, by: by, record) == nil }
      passedOver = chosen.filter { state(of: $0, record) != .waiting(step) }
      chosen = chosen.filter { state(of: $0, record) == .waiting(step) }
    } else {
      chosen = wanted.compactMap(unit)
      let refusals = chosen.compactMap { refusal(of: $0, step: step, by: by, record) }
      if !refusals.isEmpty { throw .refused(refusals) }
    }
    if !chosen.isEmpty {
      var facts = [
        "pipeline": pipeline, "period": period, "run": run, "step": step, "by": by,
        "verdict": verdict.rawValue,
      ]
      if !opinion.isEmpty { facts["opinion"] = opinion }
      record.add(try held.append("review", facts, units: chosen.digests, after: record.end))
    }
    return ReviewOutcome(
      verdict: verdict, step: step, by: by, units: chosen.map(\.unit),
      passedOver: passedOver.map(\.unit), status: status(record))
  }

  /// The person as the lists write the name, when there is such a one for some unit at one of the steps. Who may, is
  /// said of the named units.
  func person(
    _ name: String, for steps: [String], of named: [ReviewSheet.Unit] = []
  ) throws(RunError) -> String {
    let wanted = PersonName(name)
    if wanted.isEmpty { throw .refused([.missingName]) }
    var seen: Set<PersonName> = []
    var known: [String] = []
    for step in steps {
      for people in [sheet.people[step, default: []]] + sheet.units.lazy.map({ $0.people[step, default: []] })
      {
        for person in people where seen.insert(PersonName(person)).inserted { known.append(person) }
      }
    }
    guard let person = known.first(where: { PersonName($0) == wanted }) else {
      if !named.isEmpty {
        let own = named.flatMap { unit in steps.flatMap { sheet.people(for: $0, of: unit) } }
        known = known.filter(own.contains)
      }
      throw .refused([.unknownPerson(name, step: steps.count == 1 ? steps[0] : nil, known: known)])
    }
    return person
  }

  /// Why the step cannot be taken for a unit by this person; nil when it can.
  private func refusal(
    of unit: ReviewSheet.Unit, step: String, by: String, _ record: ReviewRecord
  ) -> Refusal? {
    let own = record.unit(unit.unit)
    let passed = own.passed(unit.digest, steps: sheet.steps)
    if let act = passed.first(where: { $0.step == step }) {
      let next = passed.count < sheet.steps.count ? sheet.steps[passed.count] : nil
      return .alreadyApproved(unit: unit.unit, step: step, by: act.by ?? "", time: act.time, next: next)
    }
    let awaited = sheet.steps[passed.count]
    guard awaited == step else {
      let changed = own.hasChanged(from: unit.digest, steps: sheet.steps)
      return .outOfOrder(unit: unit.unit, step: step, waitsFor: awaited, changed: changed)
    }
    let people = sheet.people(for: step, of: unit)
    guard people.contains(where: { PersonName($0) == PersonName(by) }) else {
      return .mayNotTake(unit: unit.unit, step: step, by: by, people: people)
    }
    if let act = passed.first(where: { $0.by.map { PersonName($0) } == PersonName(by) }) {
      return .samePerson(unit: unit.unit, step: step, by: by, earlier: act.step ?? "")
    }
    return nil
  }
}

extension [ReviewSheet.Unit] {
  /// By the units' codes, as the ledger has them.
  var digests: [String: String] {
    Dictionary(map { ($0.unit, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  /// On one line: spaces at its ends and control characters are gone.
  var plainLine: String {
    let line = String(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
