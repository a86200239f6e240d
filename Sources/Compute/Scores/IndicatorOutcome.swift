import Figures

/// What becomes of one indicator: its score, or why there is none. No score is invented.
struct IndicatorOutcome {
  /// As tables print it.
  enum State: String {
    case scored = "已评分"
    case noData = "无数据"
    case unitMismatch = "单位不符"
    /// A level without a score, or a score without a level.
    case unrated = "未评分"
    case outsideBand = "超出区间"
    case noWeight = "方案无此组"
  }

  /// The columns that it adds to the model's.
  static let columns = [
    "points", "points_from", "score", "state", "deviation", "attained", "target_base", "high_base",
    "actual_base", "forecast", "shown",
  ]

  var points: Fixed?
  var isFilled = false
  var score: Fixed?
  var state: State
  /// 未完成, 远超目标: needs a reason.
  var deviation: String?
  /// Actual in percent of the target.
  var attained: Fixed?
  /// The target, or the lower end of a range, its upper end, and the actual in one unit and of one size, for comparing
  /// in SQL; days are counted.
  var bases: (target: Int64, high: Int64?, actual: Int64)?
  var forecast: String?
  /// The actual as tables print it: `6250件`, or its level.
  var shown: String?

  var values: [Value] {
    [
      points?.value ?? .null, points == nil ? .null : .text(isFilled ? "方案" : "目标"), score?.value ?? .null,
      .text(state.rawValue), deviation.map(Value.text) ?? .null, attained?.value ?? .null,
      bases.map { .integer($0.target) } ?? .null, bases?.high.map(Value.integer) ?? .null,
      bases.map { .integer($0.actual) } ?? .null,
      forecast.map(Value.text) ?? .null, shown.map(Value.text) ?? .null,
    ]
  }
}

extension IndicatorOutcome {
  /// - Parameters:
  ///   - points: the indicator's weight under this profile.
  ///   - ownPoints: that under the subject's own profile, of which the entered score is a part.
  init(_ row: IndicatorRow, points: Fixed?, ownPoints: Fixed?, _ profile: ScoringProfile)
    throws(ArithmeticOverflow)
  {
    self.points = points
    isFilled = row.weight == nil
    state = .noData
    let targets = row.comparisons
    if targets.isEmpty {
      try judge(row, ownPoints, profile)
    } else {
      try measure(row, targets, profile)
    }
    if points == nil, state != .unitMismatch { (state, score, deviation) = (.noWeight, nil, nil) }
  }

  private mutating func measure(
    _ row: IndicatorRow, _ targets: [(Target.Comparison, Quantity)], _ profile: ScoringProfile
  ) throws(ArithmeticOverflow) {
    guard let actual = row.actual else { return }
    shown = row.text(Quantity(actual.value.reduced(), unit: actual.unit))
    guard targets.allSatisfy({ actual.isCompatible(with: $0.1) }) else {
      state = .unitMismatch
      return
    }
    let own = try row.comparable(actual)
    var ends: [IndicatorScoring.End] = []
    for (comparison, target) in targets { ends.append((comparison, try row.comparable(target))) }
    bases = try Self.bases(ends.map(\.value), own)
    guard let end = IndicatorScoring.end(of: ends, for: own) else { return }
    if row.isDue { return try measureDays(own, end.value, profile) }
    attained = try Fixed.percentage(own, of: end.value)
    forecast = try row.forecast(actual)
    guard let points else { return }
    score = try IndicatorScoring.points(end.comparison, target: end.value, actual: own, weight: points)
    state = .scored
    if try !Self.isMet(end.comparison, target: end.value, actual: own) {
      deviation = "未完成"
    } else if ends.count == 1,
      try IndicatorScoring.isFarAbove(
        end.comparison, target: end.value, actual: own, threshold: profile.threshold)
    {
      deviation = "远超目标"
    }
  }

  private mutating func measureDays(
    _ actual: Fixed, _ due: Fixed, _ profile: ScoringProfile
  ) throws(ArithmeticOverflow) {
    guard let points else { return }
    let late = actual.units - due.units
    score = try IndicatorScoring.points(daysLate: late, perDay: profile.latePerDay, weight: points)
    state = .scored
    if late > 0 { deviation = "未完成" }
  }

  private static func bases(
    _ ends: [Fixed], _ actual: Fixed
  ) throws(ArithmeticOverflow) -> (target: Int64, high: Int64?, actual: Int64)? {
    let decimals = (ends + [actual]).map(\.decimals).max() ?? 0
    var units: [Int64] = []
    for number in ends + [actual] {
      guard let lifted = try number.rescaled(to: decimals) else { return nil }
      units.append(lifted.units)
    }
    return (units[0], ends.count > 1 ? units[1] : nil, units[units.count - 1])
  }

  /// Whether nothing is missing, whatever the weight.
  private static func isMet(
    _ comparison: Target.Comparison, target: Fixed, actual: Fixed
  ) throws(ArithmeticOverflow) -> Bool {
    let zero = Fixed(units: 0, decimals: 0)
    return switch comparison {
    case .equal where target <= zero: actual <= zero
    case .atLeast, .moreThan, .equal: actual >= target
    case .atMost, .lessThan: actual <= target
    }
  }

  /// A quality: the entered score, in proportion where another profile gives the indicator another weight.
  private mutating func judge(
    _ row: IndicatorRow, _ ownPoints: Fixed?, _ profile: ScoringProfile
  ) throws(ArithmeticOverflow) {
    shown = row.level
    if row.level == nil, row.entered == nil { return }
    guard let level = row.level, let entered = row.entered, let points, let ownPoints else {
      state = .unrated
      return
    }
    guard let score = row.isOwn ? entered : try points.proportion(entered, of: ownPoints, decimals: 2) else {
      state = .unrated
      return
    }
    guard try profile.allows(score, at: level, weight: points) == true, score.units >= 0, score <= points
    else {
      state = .outsideBand
      return
    }
    (self.score, state) = (score, .scored)
    if level != profile.levels.max(by: { $0.low < $1.low })?.name { deviation = "未完成" }
  }
}
