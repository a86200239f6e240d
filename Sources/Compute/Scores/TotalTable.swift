import Figures

/// 总分: the table of totals, one row a subject (a unit or a project) and profile, with the columns of its model.
public struct TotalTable {
  public static let neededColumns = ["subject", "profile", "budget", "executed"]
  public static let addedColumns = [
    "execution_points", "execution_score", "indicator_points", "indicator_score", "points", "summed", "most",
    "total", "unscored", "grade",
  ]

  public private(set) var rows: [[Value]] = []

  /// - Parameter scores: the table of scores.
  public init(
    _ subjects: [ResultRow], scores: [ResultRow], _ profiles: [String: ScoringProfile]
  ) throws(ArithmeticOverflow) {
    let bySubject = Dictionary(grouping: scores) { row in
      [row.text("subject") ?? "", row.text("profile") ?? ""]
    }
    for row in subjects {
      let key = [row.text("subject") ?? "", row.text("profile") ?? ""]
      guard let profile = profiles[key[1]] else {
        rows.append(row.values + Self.addedColumns.map { _ in .null })
        continue
      }
      rows.append(row.values + (try Self.values(row, bySubject[key] ?? [], profile)))
    }
  }

  private static func values(
    _ subject: ResultRow, _ scores: [ResultRow], _ profile: ScoringProfile
  ) throws(ArithmeticOverflow) -> [Value] {
    let (budget, executed) = (subject.hundredths("budget"), subject.hundredths("executed"))
    let executionPoints = profile.weights[ScoringProfile.execution]
    var execution: Fixed?
    if let budget, let executed, let executionPoints {
      execution = try IndicatorScoring.execution(executed: executed, budget: budget, weight: executionPoints)
    }
    let indicatorPoints = try Fixed.sum(scores.compactMap { $0.hundredths("points") })
    let indicatorScore = try Fixed.sum(scores.compactMap { $0.hundredths("score") })
    let isExecutionMissing = execution == nil && executionPoints?.isZero == false
    let unscored = scores.count { $0.integer("score") == nil } + (isExecutionMissing ? 1 : 0)
    let points = try Fixed.sum([executionPoints, indicatorPoints].compactMap { $0 })
    let summed = try Fixed.sum([execution, indicatorScore].compactMap { $0 })
    let most = try profile.limit(executed: executed, budget: budget)
    let total = summed.map { sum in most.map { min($0, sum) } ?? sum }
    // A total that lacks scores has no grade: it would be that of what nobody knows.
    let grade = unscored == 0 ? total.flatMap(profile.grade) : nil
    return [
      executionPoints?.value ?? .null, execution?.value ?? .null, indicatorPoints?.value ?? .null,
      indicatorScore?.value ?? .null, points?.value ?? .null, summed?.value ?? .null, most?.value ?? .null,
      total?.value ?? .null, .integer(Int64(unscored)), grade.map(Value.text) ?? .null,
    ]
  }
}
