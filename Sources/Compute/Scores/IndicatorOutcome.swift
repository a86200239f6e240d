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
    "points", "points_from", "score", "state", "deviation", "attained", "target_base", "actual_base",
    "forecast", "shown",
  ]

  var points: Fixed?
  var isFilled = false
  var score: Fixed?
  var state: State
  /// 未完成, 远超目标: needs a reason.
  var deviation: String?
  /// Actual in percent of the target.
  var attained: Fixed?
  /// Both in one unit and of one size, for comparing in SQL.
  var bases: (target: Int64, actual: Int64)?
  var forecast: String?
  /// The actual as tables print it: `6250件`, or its level.
  var shown: String?

  var values: [Value] {
    [
      points?.value ?? .null, points == nil ? .null : .text(isFilled ? "方案" : "目标"), score?.value ?? .null,
      .text(state.rawValue), deviation.map(Value.text) ?? .null, attained?.value ?? .null,
      bases.map { .integer($0.target) } ?? .null, bases.map { .integer($0.actual) } ?? .null,
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
    if let comparison = row.comparison, let target = row.target {
      try measure(row, comparison, target, profile)
    } else {
      try judge(row, ownPoints, profile)
    }
    if points == nil, state != .unitMismatch { (state, score, deviation) = (.noWeight, nil, nil) }
  }

  private mutating func measure(
    _ row: IndicatorRow, _ comparison: Target.Comparison, _ target: Quantity, _ profile: ScoringProfile
  ) throws(ArithmeticOverflow) {
    guard let actual = row.actual else { return }
    shown = row.text(Quantity(actual.value.reduced(), unit: actual.unit))
    guard actual.isCompatible(with: target) else {
      state = .unitMismatch
      return
    }
    let (a, t) = (try actual.inBaseUnit().value, try target.inBaseUnit().value)
    let decimals = max(a.decimals, t.decimals)
    if let base = try t.rescaled(to: decimals), let own = try a.rescaled(to: decimals) {
      bases = (base.units, own.units)
    }
    attained = try Fixed.percentage(a, of: t)
    forecast = try row.forecast(actual)
    guard let points else { return }
    let score = try IndicatorScoring.points(comparison, target: t, actual: a, weight: points)
    (self.score, state) = (score, .scored)
    let isMet = try Self.isMet(comparison, target: t, actual: a)
    if !isMet {
      deviation = "未完成"
    } else if try IndicatorScoring.isFarAbove(comparison, target: t, actual: a, threshold: profile.threshold)
    {
      deviation = "远超目标"
    }
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
