/// How a printed total and its parts stand to each other. A difference is the total less the sum of the parts.
public enum SumOutcome: Hashable, Sendable {
  /// Equal, digit by digit.
  case balanced
  /// 尾差: not equal, but every figure may be rightly rounded. `slackUsed` is the residual without its sign, of
  /// the `slackAllowed` that the half units of all figures give together.
  case rounding(residual: Fixed, slackUsed: Fixed, slackAllowed: Fixed)
  /// No values that are rounded to these figures add up.
  case broken(difference: Fixed)
}

/// One part of a sum; a part that is taken away has the weight −1.
public struct WeightedFigure: Hashable, Sendable {
  public var weight: Int64
  public var figure: PrintedFigure

  public init(_ figure: PrintedFigure, weight: Int64 = 1) {
    self.weight = weight
    self.figure = figure
  }
}

public enum SumCheckError: Error, Hashable, Sendable {
  /// The figure has digits beyond its stated decimals, so nothing can be said of what it stands for.
  case tooManyDigits(PrintedFigure)
  case overflow
}

/// Holds a total against its parts by the intervals that printed figures stand for: consistent when
/// |T − Σ wᵢvᵢ| ≤ u_T + Σ |wᵢ|·uᵢ with u = ½·10^-d, and 0 for an exact figure.
///
/// XBRL Calculations 1.1. Integers only: both sides are doubled, in units of the finest decimal. The rule is
/// necessary and not sufficient — 200 parts of two decimals hide ±1.005 — so what it lets pass is listed.
public enum SumCheck {
  public static func compare(
    total: PrintedFigure, parts: [WeightedFigure]
  ) throws(SumCheckError) -> SumOutcome {
    for figure in [total] + parts.map(\.figure) where figure.hasTooManyDigits {
      throw .tooManyDigits(figure)
    }
    do {
      return try outcome(total: total, parts: parts)
    } catch {
      throw .overflow
    }
  }

  /// The same of figures whose digits were looked at before.
  public static func outcome(
    total: PrintedFigure, parts: [WeightedFigure]
  ) throws(ArithmeticOverflow) -> SumOutcome {
    let finest = parts.reduce(total.finestDecimal) { max($0, $1.figure.finestDecimal) }
    var residual = WideSum(decimals: finest)
    // In half units of the finest decimal: one unit of a figure's last decimal is its interval's whole width.
    var slack = WideSum(decimals: finest)
    try residual.add(total.value.reduced(toAtLeast: .min))
    try slack.add(total.width)
    for part in parts {
      try residual.add(part.figure.value.reduced(toAtLeast: .min), times: negated(part.weight))
      try slack.add(part.figure.width, times: part.weight < 0 ? negated(part.weight) : part.weight)
    }
    let difference = try residual.fixed()
    if difference.isZero { return .balanced }
    let (doubled, overflow) = residual.units.magnitude.multipliedReportingOverflow(by: 2)
    guard !overflow, doubled <= slack.units.magnitude else { return .broken(difference: difference) }
    guard finest < .max else { throw ArithmeticOverflow() }
    let allowed = try slack.fixed().multiplied(by: 5)
    return .rounding(
      residual: difference, slackUsed: try difference.absolute(),
      slackAllowed: Fixed(units: allowed.units, decimals: finest + 1))
  }

  private static func negated(_ weight: Int64) throws(ArithmeticOverflow) -> Int64 {
    guard weight != .min else { throw ArithmeticOverflow() }
    return -weight
  }
}

extension PrintedFigure {
  fileprivate var finestDecimal: Int { decimals ?? value.decimals }
  /// How wide the interval is: one unit of the last decimal, or nothing.
  fileprivate var width: Fixed { Fixed(units: decimals == nil ? 0 : 1, decimals: decimals ?? 0) }
}
