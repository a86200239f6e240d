/// What the ledger says of one unit: a value that the ledger's lines move on.
///
/// An approval counts for the digest that it was given for, and until the next return (退回) or withdrawal (撤回),
/// which begins a new round. What is published stays so until it is replaced or withdrawn.
struct UnitRecord: Sendable {
  /// Approvals of this round, of whichever digest.
  private(set) var approvals: [ReviewAct] = []
  /// The return or withdrawal that began this round.
  private(set) var ended: ReviewAct?
  /// What is public now.
  private(set) var published: ReviewAct?
  private(set) var last: ReviewAct?

  mutating func add(_ act: ReviewAct) {
    switch act.kind {
    case .approve: approvals.append(act)
    case .return: (approvals, ended) = ([], act)
    case .publish: published = act
    case .withdraw: (approvals, ended, published) = ([], act, nil)
    }
    last = act
  }

  /// It is not public any more, whatever the lines before say.
  mutating func forgetPublication() { published = nil }

  /// The approvals of what has this digest, one a step, from the first step on.
  func passed(_ digest: String, steps: [String]) -> [ReviewAct] {
    var passed: [ReviewAct] = []
    for step in steps {
      guard let act = approvals.last(where: { $0.step == step && $0.digest == digest }) else { break }
      passed.append(act)
    }
    return passed
  }

  /// Where the unit stands when its result has this digest.
  func state(of digest: String, steps: [String]) -> ReviewState {
    let passed = passed(digest, steps: steps)
    if passed.count == steps.count { return published?.digest == digest ? .published : .approved }
    let step = steps[passed.count]
    if passed.isEmpty, let ended, ended.digest == digest {
      return ended.kind == .return ? .returned(step) : .withdrawn(step)
    }
    return .waiting(step)
  }

  /// Whether something else than this was approved, returned or published before: its result has changed.
  func hasChanged(from digest: String, steps: [String]) -> Bool {
    guard passed(digest, steps: steps).isEmpty else { return false }
    let others = approvals + [ended, published].compactMap { $0 }
    return others.contains { $0.digest != digest }
  }
}

/// Where a unit stands between its run and its publication.
public enum ReviewState: Hashable, Sendable {
  /// For a step.
  case waiting(String)
  /// Somebody gave it back; the result is still the same. It waits for the first step.
  case returned(String)
  /// It was taken back; it waits for the first step.
  case withdrawn(String)
  /// All steps are taken; it can be published.
  case approved
  case published
  /// It is published, and the period's result no longer has it.
  case gone

  /// The step that it waits for.
  public var step: String? {
    switch self {
    case .waiting(let step), .returned(let step), .withdrawn(let step): step
    case .approved, .published, .gone: nil
    }
  }
}

/// One thing that somebody did to a unit.
public struct ReviewAct: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case approve, `return`, publish, withdraw
  }
  public var kind: Kind
  public var step: String?
  public var by: String?
  public var opinion: String?
  public var time: String
  /// The result that it is about.
  public var digest: String
  /// The line of the ledger, from 1.
  public var line: Int
}

extension ReviewAct {
  /// What a line says of one of its units; nil for lines about something else.
  init?(_ line: LedgerLine, digest: String) {
    guard let kind = Kind(line) else { return nil }
    self.init(
      kind: kind, step: line.fact("step"), by: line.fact("by"), opinion: line.fact("opinion"),
      time: line["time"], digest: digest, line: line.number)
  }
}

extension ReviewAct.Kind {
  fileprivate init?(_ line: LedgerLine) {
    switch line.kind {
    case "review": self.init(rawValue: line["verdict"])
    case Repair.kind: self = .publish
    default: self.init(rawValue: line.kind)
    }
  }
}
