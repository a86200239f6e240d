import Pipeline

/// What machines get: `--json` of the commands around reviews.
struct StatusSummary: Encodable {
  struct Act: Encodable {
    var kind: String
    var step: String?
    var by: String?
    var time: String
    var opinion: String?
    var line: Int
  }
  struct Unit: Encodable {
    var unit: String
    var title: String?
    /// `waiting`, `returned`, `withdrawn`, `approved`, `published`, `gone`.
    var state: String
    /// The step that it waits for.
    var step: String?
    var changed: Bool
    /// `no`, `yes`, `older`.
    var published: String
    var digest: String
    var people: [String]
    var approvals: [Act]
    var last: Act?
  }
  var pipeline: String
  var period: String
  var run: String
  var steps: [String]
  var publication: String?
  var counts: [String: Int]
  var units: [Unit]
}

struct ReviewSummary: Encodable {
  var verdict: String
  var step: String
  var by: String
  var units: [String]
  /// Returned or withdrawn and not changed since: to be named.
  var passedOver: [String]
  var counts: [String: Int]
}

struct PublishSummary: Encodable {
  var publication: String?
  var units: [String]
  var files: Int
  var path: String
  var counts: [String: Int]
  /// The units that are not published, by what they wait for.
  var waiting: [String: [String]]
}

struct WithdrawSummary: Encodable {
  var by: String
  var units: [String]
  var unpublished: [String]
  var counts: [String: Int]
}

extension ReviewStatus {
  var summary: StatusSummary {
    StatusSummary(
      pipeline: pipeline, period: period, run: run, steps: steps, publication: publication,
      counts: stateCounts,
      units: units.map { unit in
        .init(
          unit: unit.unit, title: unit.title, state: unit.state.word, step: unit.state.step,
          changed: unit.isChanged, published: unit.publicText(false), digest: unit.digest,
          people: unit.people,
          approvals: unit.approvals.map(\.summary), last: unit.last?.summary)
      })
  }

  fileprivate var stateCounts: [String: Int] {
    units.reduce(into: [:]) { $0[$1.state.word, default: 0] += 1 }
  }
}

extension ReviewOutcome {
  var summary: ReviewSummary {
    ReviewSummary(
      verdict: verdict.rawValue, step: step, by: by, units: units, passedOver: passedOver,
      counts: status.stateCounts)
  }
}

extension PublishOutcome {
  var summary: PublishSummary {
    let open = status.units.filter { $0.state != .published && $0.state != .gone }
    return PublishSummary(
      publication: publication, units: units, files: files, path: path, counts: status.stateCounts,
      waiting: Dictionary(grouping: open, by: { $0.state.step ?? "publish" }).mapValues { $0.map(\.unit) })
  }
}

extension WithdrawOutcome {
  var summary: WithdrawSummary {
    WithdrawSummary(by: by, units: units, unpublished: unpublished, counts: status.stateCounts)
  }
}

extension ReviewState {
  fileprivate var word: String {
    switch self {
    case .waiting: "waiting"
    case .returned: "returned"
    case .withdrawn: "withdrawn"
    case .approved: "approved"
    case .published: "published"
    case .gone: "gone"
    }
  }
}

extension ReviewAct {
  fileprivate var summary: StatusSummary.Act {
    .init(kind: kind.rawValue, step: step, by: by, time: time, opinion: opinion, line: line)
  }
}
