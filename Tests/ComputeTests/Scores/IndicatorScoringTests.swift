import Figures
import Testing

@testable import Compute

private func quantity(_ text: String) throws -> Quantity { try Quantity.read(text).get() }

private func fixed(_ text: String, decimals: Int = 2) throws -> Fixed {
  try #require(try NumberText.read(text, decimals: decimals).get())
}

/// The score of an actual against a target as they are written.
private func score(_ target: String, _ actual: String, _ weight: String) throws -> String {
  let own = try quantity(actual).inBaseUnit().value
  let ends = try Target.read(target).get().comparisons.map { ($0.0, try $0.1.inBaseUnit().value) }
  let end = try #require(IndicatorScoring.end(of: ends, for: own))
  let points = try IndicatorScoring.points(
    end.comparison, target: end.value, actual: own, weight: try fixed(weight))
  return points.description
}

@Suite("Scores of indicators")
struct IndicatorScoringTests {
  @Test(
    "the scoring vectors",
    arguments: [
      ("in proportion below a target", "≥100", "95", "10", "9.50"),
      ("above a limit, as far as it is above", "≤90", "99", "8", "7.20"),
      ("nothing from twice the limit on", "≤90", "180", "8", "0.00"),
      ("a target of none, and one", "=0", "1", "10", "0.00"),
      ("a target of none, and none", "=0", "0", "10", "10.00"),
      ("reached", "≥100", "100", "10", "10.00"),
      ("more than reached gives no more", "≥100", "1000", "10", "10.00"),
      ("= is as ≥ above", "=100%", "120%", "10", "10.00"),
      ("= is as ≥ below", "=100%", "90%", "10", "9.00"),
      ("a bare number is =", "100%", "95%", "4", "3.80"),
      ("> is as ≥", ">100", "50", "10", "5.00"),
      ("< is as ≤", "<90", "99", "8", "7.20"),
      ("kept", "≤90", "90", "8", "8.00"),
      ("below zero counts as zero", "≥100", "-5", "10", "0.00"),
      ("below zero keeps a limit", "≤90", "-5", "8", "8.00"),
      ("a place among the first ten", "前十位", "7", "6", "6.00"),
      ("a place beyond the first ten", "前十位", "12", "6", "4.80"),
      ("rounded once, half up: 10 · 1 ÷ 16 = 0.625", "≥16", "1", "10", "0.63"),
      ("in 元 against 万元", "≤98.298万元", "982980元", "10", "10.00"),
      ("in 天 against 小时", "≤48小时", "3天", "8", "4.00"),
      ("a limit of nothing, and something", "≤0", "1", "8", "0.00"),
      ("inside a range", "90%-95%", "92%", "10", "10.00"),
      ("at the lower end", "90%-95%", "90%", "10", "10.00"),
      ("below a range, as ≥ 90 %", "90%-95%", "81%", "10", "9.00"),
      ("above a range, as ≤ 95 %", "90%-95%", "100%", "10", "9.47"),
      ("far above a range", "5-10天", "20天", "10", "0.00"),
      ("第三名 is at most the third", "第三名", "第4名", "6", "4.00"),
      ("a target below zero is met", "≥-5%", "-4%", "10", "10.00"),
      ("or not", "≥-5%", "-8%", "10", "0.00"),
      ("and so is a limit below zero", "≤-3%", "-2%", "10", "0.00"),
      ("inside a range below zero", "-5%--3%", "-4%", "10", "10.00"),
    ])
  func vectors(_ why: String, target: String, actual: String, weight: String, expected: String) throws {
    #expect(try score(target, actual, weight) == expected)
  }

  @Test(
    "a day is met or not, or days cost what the profile says",
    arguments: [
      ("in time", 0, nil, "10.00"), ("early", -3, "5", "10.00"), ("late", 1, nil, "0.00"),
      ("a day late at 5 %", 1, "5", "9.50"), ("ten days late at 5 %", 10, "5", "5.00"),
      ("twenty days late at 5 %", 20, "5", "0.00"), ("much later", 400, "5", "0.00"),
    ] as [(String, Int64, String?, String)])
  func days(_ why: String, late: Int64, perDay: String?, expected: String) throws {
    let points = try IndicatorScoring.points(
      daysLate: late, perDay: perDay.map { try fixed($0) }, weight: fixed("10"))
    #expect(points.description == expected)
  }

  @Test(
    "execution: 10 × min(1, executed ÷ budget)",
    arguments: [
      ("95 % of the budget", "95", "100", "9.50"), ("more than the budget", "120", "100", "10.00"),
      ("no budget", "5", "0", "0.00"), ("a third", "1", "3", "3.33"),
    ])
  func execution(_ why: String, executed: String, budget: String, expected: String) throws {
    let points = try IndicatorScoring.execution(
      executed: fixed(executed), budget: fixed(budget), weight: fixed("10"))
    #expect(points.description == expected)
  }

  @Test(
    "far above the target needs a reason, by the profile's threshold",
    arguments: [
      ("≥100", "130", "30", false), ("≥100", "130.01", "30", true), ("≥100", "121", "20", true),
      ("=100%", "140%", "30", true), ("≤90", "1", "30", false), ("≥0", "5", "30", false),
    ])
  func farAbove(_ target: String, _ actual: String, _ threshold: String, expected: Bool) throws {
    let (comparison, wanted) = try #require(try Target.read(target).get().comparisons.first)
    let isFar = try IndicatorScoring.isFarAbove(
      comparison, target: wanted.value, actual: try quantity(actual).value, threshold: fixed(threshold))
    #expect(isFar == expected)
  }

  @Test("a score never leaves 0…weight and never falls when the actual gets better", arguments: 0..<40)
  func monotone(_ seed: Int) throws {
    var random = Seeded(UInt64(seed) + 1)
    for comparison in Target.Comparison.allCases {
      for _ in 0..<60 {
        let target = Fixed(units: random.number(in: 0...3000), decimals: Int(random.number(in: 0...4)))
        let weight = Fixed(units: random.number(in: 0...5000), decimals: 2)
        let actuals = (0..<25).map { _ in
          Fixed(units: random.number(in: -200...9000), decimals: Int(random.number(in: 0...4)))
        }.sorted()
        // Of a limit, and of a target of none, less is better.
        let lessIsBetter = [.atMost, .lessThan].contains(comparison) || comparison == .equal && target.isZero
        var last = Fixed(units: 0, decimals: 2)
        for actual in lessIsBetter ? actuals.reversed() : actuals {
          let score = try IndicatorScoring.points(comparison, target: target, actual: actual, weight: weight)
          #expect(score.units >= 0 && score <= weight && score.decimals == 2)
          #expect(score >= last, "\(comparison.rawValue)\(target), \(actual), \(weight)")
          last = score
        }
      }
    }
  }

  @Test("what cannot be counted exactly is an overflow, not a wrong score")
  func overflow() {
    #expect(throws: ArithmeticOverflow.self) {
      try IndicatorScoring.points(
        .atMost, target: Fixed(units: .max - 1, decimals: 0), actual: Fixed(units: .max, decimals: 0),
        weight: Fixed(units: 1000, decimals: 2))
    }
  }
}

private struct Seeded {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func number(in range: ClosedRange<Int64>) -> Int64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int64(state % UInt64(range.upperBound - range.lowerBound + 1))
  }
}
