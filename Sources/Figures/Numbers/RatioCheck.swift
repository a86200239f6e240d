/// A percentage of printed figures, by what it is worked out from: in percent, the first over the second.
public enum PrintedRatio: Hashable, Sendable {
  /// 占比: part ÷ whole.
  case share(part: PrintedFigure, whole: PrintedFigure)
  /// 增长率: (now − before) ÷ before.
  case growth(now: PrintedFigure, before: PrintedFigure)
  /// 增长率 where the year before is not printed: change ÷ (now − change).
  case growthOfChange(change: PrintedFigure, now: PrintedFigure)
}

/// How a printed percentage stands to the printed figures that it is worked out from.
public enum RatioOutcome: Hashable, Sendable {
  /// It is what the figures as printed come to, rounded.
  case balanced
  /// 尾差: it is not, but all figures may be rightly rounded. `residual` is the percentage less what the figures come to,
  /// in two more decimals than it is printed with.
  case rounding(residual: Fixed, slackUsed: Fixed, slackAllowed: Fixed)
  /// No values that are rounded to these figures have it: they give `expected`, and at most `range`. `finer` has six more
  /// decimals, where they fit.
  case broken(expected: Fixed, range: ClosedRange<Fixed>, finer: Fixed?)
  /// There is no such percentage: of nothing, and no growth from what was not above zero.
  case undefined
  /// The rounding of the figures leaves every percentage open.
  case unbounded
}

extension PrintedRatio {
  /// Judges a printed percentage by the intervals of both figures and its own. Each figure enters the fraction in such a
  /// way that it only grows or only falls with it, so that the ends of the intervals give the ends of the fraction's.
  public func outcome(percent: PrintedFigure) throws(ArithmeticOverflow) -> RatioOutcome {
    let (first, second) = figures
    let finest = max(first.finest, second.finest)
    let (x, y) = (try first.ends(in: finest), try second.ends(in: finest))
    guard let exact = fraction(x.middle, y.middle) else { return .undefined }
    let decimals = percent.decimals ?? percent.value.decimals
    let expected = try exact.rounded(to: decimals)
    if percent.value == expected { return .balanced }
    var corners: [Fraction] = []
    for x in [x.low, x.high] {
      for y in [y.low, y.high] {
        guard let corner = fraction(x, y) else { return .unbounded }
        corners.append(corner)
      }
    }
    let (low, high) = (corners.reduce(exact, min), corners.reduce(exact, max))
    let places = max(percent.finest, 0)
    let own = try percent.ends(in: places)
    guard let scale = scaled(2, byPowerOfTen: places) else { throw ArithmeticOverflow() }
    if high < Fraction(own.low, scale) || Fraction(own.high, scale) < low {
      return .broken(
        expected: expected, range: try low.rounded(to: decimals + 2)...high.rounded(to: decimals + 2),
        finer: try? exact.rounded(to: decimals + 6))
    }
    let residual = try percent.value.subtracting(exact.rounded(to: decimals + 2))
    let reach = try (residual.isNegative ? exact : high).rounded(to: decimals + 2)
      .subtracting((residual.isNegative ? low : exact).rounded(to: decimals + 2))
    let half = Fixed(units: percent.decimals == nil ? 0 : 5, decimals: decimals + 1)
    return .rounding(
      residual: residual, slackUsed: try residual.absolute(), slackAllowed: try reach.adding(half))
  }

  private var figures: (PrintedFigure, PrintedFigure) {
    switch self {
    case .share(let part, let whole): (part, whole)
    case .growth(let now, let before): (now, before)
    case .growthOfChange(let change, let now): (change, now)
    }
  }

  /// In percent; nil where there is none.
  private func fraction(_ x: Int128, _ y: Int128) -> Fraction? {
    switch self {
    case .share: y == 0 ? nil : Fraction(x * 100, y)
    case .growth: y <= 0 ? nil : Fraction((x - y) * 100, y)
    case .growthOfChange: y - x <= 0 ? nil : Fraction(x * 100, y - x)
    }
  }
}

/// A fraction that is compared exactly. What it is made of is far below 128 bits; what is compared need not be.
private struct Fraction: Comparable {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = denominator < 0 ? -denominator : denominator
  }

  static func == (a: Fraction, b: Fraction) -> Bool { !(a < b) && !(b < a) }

  static func < (a: Fraction, b: Fraction) -> Bool {
    let (left, right) = (
      a.numerator.multipliedFullWidth(by: b.denominator), b.numerator.multipliedFullWidth(by: a.denominator)
    )
    return left.high != right.high ? left.high < right.high : left.low < right.low
  }

  func rounded(to decimals: Int) throws(ArithmeticOverflow) -> Fixed {
    guard let lifted = scaled(numerator, byPowerOfTen: max(decimals, 0)),
      let whole = scaled(denominator, byPowerOfTen: max(-decimals, 0)),
      let units = Int64(exactly: Rounding.halfAwayFromZero.quotient(lifted, whole))
    else { throw ArithmeticOverflow() }
    return Fixed(units: units, decimals: decimals)
  }
}

extension PrintedFigure {
  fileprivate var finest: Int { max(decimals ?? value.decimals, value.decimals) }

  /// The ends of its interval in half units of a decimal, and its middle. Both operands are in the same, so that
  /// these fall out of their fraction.
  fileprivate func ends(
    in finest: Int
  ) throws(ArithmeticOverflow) -> (low: Int128, middle: Int128, high: Int128) {
    guard let middle = scaled(Int128(value.units) * 2, byPowerOfTen: finest - value.decimals),
      let half = decimals.map({ scaled(1, byPowerOfTen: finest - $0) }) ?? 0,
      // A hundred of what is left fits.
      middle.magnitude < 1 << 110, half < 1 << 110
    else { throw ArithmeticOverflow() }
    return (middle - half, middle, middle + half)
  }

  /// Money printed in a unit, in 元: only the point moves.
  public func converted(from unit: MoneyUnit) -> PrintedFigure {
    let moved = value.converted(from: unit, to: .yuan)
    let apart = moved.decimals - value.decimals
    return PrintedFigure(moved, decimals: decimals.map { $0 + apart })
  }
}
