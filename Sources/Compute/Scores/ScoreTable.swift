import Figures

/// 指标得分: the table of scores, one row a row of the model with the indicators, whose columns it has besides its own.
public struct ScoreTable {
  /// The columns that the model must have, and those that the table adds.
  public static let neededColumns = IndicatorRow.columns
  public static let addedColumns = IndicatorOutcome.columns

  public private(set) var rows: [[Value]] = []

  public init(_ indicators: [ResultRow], _ profiles: [String: ScoringProfile]) throws(ArithmeticOverflow) {
    let indicators = indicators.map(IndicatorRow.init)
    let points = try Self.points(of: indicators, profiles)
    var own: [IndicatorKey: Fixed] = [:]
    for (row, points) in zip(indicators, points) where row.isOwn { own[IndicatorKey(row)] = points }
    for (row, points) in zip(indicators, points) {
      guard let profile = profiles[row.profile] else {
        rows.append(row.row.values + IndicatorOutcome.empty.values)
        continue
      }
      let outcome = try IndicatorOutcome(row, points: points, ownPoints: own[IndicatorKey(row)], profile)
      rows.append(row.row.values + outcome.values)
    }
  }

  private struct IndicatorKey: Hashable {
    var subject: String, indicator: String
    init(_ row: IndicatorRow) { (subject, indicator) = (row.subject, row.indicator) }
  }

  private struct Group: Hashable {
    var subject: String, profile: String, name: String
  }

  /// Every indicator's weight: its own, or its part of what its group has left.
  private static func points(
    of indicators: [IndicatorRow], _ profiles: [String: ScoringProfile]
  ) throws(ArithmeticOverflow) -> [Fixed?] {
    var points = indicators.map(\.weight)
    let groups = Dictionary(grouping: indicators.indices) { index in
      let row = indicators[index]
      return Group(subject: row.subject, profile: row.profile, name: row.group)
    }
    for (group, members) in groups {
      let total = profiles[group.profile]?.weights[group.name]
      for (index, weight) in zip(members, try WeightFilling.weights(members.map { points[$0] }, of: total)) {
        points[index] = weight
      }
    }
    return points
  }
}

extension IndicatorOutcome {
  fileprivate static var empty: IndicatorOutcome { IndicatorOutcome(state: .noWeight) }

  private init(state: State) { self.state = state }
}
