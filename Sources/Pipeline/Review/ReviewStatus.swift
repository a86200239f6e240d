/// Where every unit of a period stands.
public struct ReviewStatus: Sendable {
  public struct Unit: Sendable {
    public var unit: String
    public var title: String?
    public var state: ReviewState
    /// Whether the result is another than the one that was approved, returned or published before.
    public var isChanged: Bool
    /// What is public now.
    public var isPublic: Bool
    /// Whether what is public is the present result.
    public var isPublicCurrent: Bool
    /// Of the present result; of a unit that is gone, of what is public.
    public var digest: String
    /// Who may take the step that it waits for, whoever took the ones before.
    public var people: [String]
    /// The approvals of the present result, in the order of the steps.
    public var approvals: [ReviewAct]
    public var last: ReviewAct?
  }

  public var pipeline: String
  public var period: String
  public var run: String
  public var steps: [String]
  public var units: [Unit]
  /// The last publication; nil when there never was one.
  public var publication: String?
  /// Whether that publication was stopped before its last move: `gongshi publish` ends it.
  public var isPublicationUnfinished: Bool
}

extension ReviewDesk {
  /// Where the units stand: all of them, or those that are asked for.
  public func status(_ wanted: [String] = []) throws(RunError) -> ReviewStatus {
    let all = status(opening)
    if wanted.isEmpty { return all }
    let known = Set(all.units.map(\.unit))
    let chosen = Set(try units(wanted) { known.contains($0) })
    var some = all
    some.units = all.units.filter { chosen.contains($0.unit) }
    return some
  }

  func status(_ record: ReviewRecord) -> ReviewStatus {
    let present = sheet.units.map { unit -> ReviewStatus.Unit in
      let own = record.unit(unit.unit)
      let state = state(of: unit, record)
      return .init(
        unit: unit.unit, title: unit.title, state: state,
        isChanged: own.hasChanged(from: unit.digest, steps: sheet.steps), isPublic: own.published != nil,
        isPublicCurrent: own.published?.digest == unit.digest, digest: unit.digest,
        people: state.step.map { sheet.people(for: $0, of: unit) } ?? [],
        approvals: own.passed(unit.digest, steps: sheet.steps), last: own.last)
    }
    // What is published stays so when the unit is no longer in the result.
    let gone = record.units.filter { unit($0.key) == nil && $0.value.published != nil }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { code, own in
        ReviewStatus.Unit(
          unit: code, title: nil, state: .gone, isChanged: false, isPublic: true, isPublicCurrent: false,
          digest: own.published?.digest ?? "", people: [], approvals: [], last: own.last)
      }
    let publications = Publications(root: root)
    return ReviewStatus(
      pipeline: pipeline, period: period, run: run, steps: sheet.steps, units: present + gone,
      publication: record.publication?.id,
      isPublicationUnfinished: record.publication.map { publications.current != $0.id } ?? false)
  }
}
