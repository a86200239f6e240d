import Figures
import Testing

@testable import Reconcile

/// 20,000 generated sums, judged once by the balances of a pipeline over real tables and once by the fractions that
/// printed figures stand for: real values that print as these figures and add up exist exactly when the interval of the
/// total meets that of its parts.
@Suite("Generated sums against exact fractions")
struct GeneratedSumsTests {
  @Test(
    "balances judge as the fractions do",
    arguments: [(5000, "zero", true), (5000, "unknown", true), (5000, "error", true)]
      + [(2000, "zero", false), (1500, "unknown", false), (1500, "error", false)])
  func judges(_ count: Int, missing: String, printed: Bool) throws {
    var random = SmallRandom(state: UInt64(count + missing.utf8.count) * (printed ? 7919 : 104_729))
    let sums = (0..<count).map { _ in GeneratedSum(printed: printed, &random) }
    let outcomes = try Self.judged(sums, missing: missing, printed: printed)
    var seen: [GeneratedSum.Verdict: Int] = [:]
    for (index, sum) in sums.enumerated() {
      let expected = sum.verdict(missing: missing)
      seen[expected, default: 0] += 1
      let outcome = outcomes[index] ?? .silent
      #expect(outcome == expected, "\(sum), missing: \(missing)")
    }
    // Each verdict is there often enough to mean something.
    let verdicts: [GeneratedSum.Verdict] = [.silent, .broken] + (printed ? [.rounding] : [])
    for verdict in verdicts { #expect(seen[verdict, default: 0] > count / 20, "\(seen)") }
    #expect((seen[.unjudged, default: 0] > count / 20) == (missing == "error"), "\(seen)")
  }

  /// What the program says of each sum, by its number.
  private static func judged(
    _ sums: [GeneratedSum], missing: String, printed: Bool
  ) throws -> [Int: GeneratedSum.Verdict] {
    let header = "sum,value,decimals,weight"
    let totalRows = sums.enumerated().compactMap { index, sum in sum.total.map { "\(index),\($0.row)" } }
    let partRows = sums.enumerated().flatMap { index, sum in sum.parts.map { "\(index),\($0.row)" } }
    let side = "value: value, scale: 6, weight: weight" + (printed ? ", decimals: decimals" : "")
    let report = try TableFixture([
      "totals": ([header] + totalRows).joined(separator: "\n"),
      "parts": ([header] + partRows).joined(separator: "\n"),
    ]).report(
      """
      balances:
        - id: sum
          title: 合计 = 分项
          by: [sum]
          missing: \(missing)
          unit: 万元
          total: {from: totals, \(side.replacing(", weight: weight", with: ""))}
          parts: [{from: parts, \(side)}]
      """)
    var outcomes: [Int: GeneratedSum.Verdict] = [:]
    for residual in report.residuals { outcomes[try #require(Int(residual.group))] = .rounding }
    for finding in report.findings {
      let message = finding.facts.message ?? ""
      let group = try #require(message.firstMatch(of: /（(\d+)）/).flatMap { Int($0.1) })
      outcomes[group] = message.contains("无法核对") ? .unjudged : .broken
    }
    return outcomes
  }
}

/// A total and its parts, in ten-millionths: half a unit of the sixth decimal is five of them.
private struct GeneratedSum {
  enum Verdict: Hashable { case silent, rounding, broken, unjudged }

  struct Figure {
    /// nil: an empty cell.
    var value: Int?
    /// nil: exact.
    var decimals: Int?
    /// nil: not given, which is 1.
    var weight: Int?

    var half: Int { decimals.map { 5 * GeneratedSum.power(6 - $0) } ?? 0 }
    /// Weight times the values that print as this figure.
    var interval: (low: Int, high: Int) {
      guard let value else { return (0, 0) }
      let ends = [(value - half) * (weight ?? 1), (value + half) * (weight ?? 1)]
      return (min(ends[0], ends[1]), max(ends[0], ends[1]))
    }
    /// As it stands in the table, in millionths.
    var row: String {
      [value.map { $0 / 10 }, decimals, weight].map { $0.map(String.init) ?? "" }.joined(separator: ",")
    }
  }

  var total: Figure?
  var parts: [Figure]

  init(printed: Bool, _ random: inout SmallRandom) {
    parts = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let decimals = Self.decimals(printed, &random)
      let value = Int.random(in: -2000...5000, using: &random) * 10 * Self.power(6 - (decimals ?? 6))
      return Figure(
        value: Int.random(in: 0..<40, using: &random) == 0 ? nil : value, decimals: decimals,
        weight: [nil, 1, 1, -1, -1, 2, -3, 0].randomElement(using: &random) ?? nil)
    }
    if Int.random(in: 0..<20, using: &random) == 0 { return }
    var figure = Figure(value: 0, decimals: Self.decimals(printed, &random), weight: nil)
    let (low, high) = sum
    let unit = 10 * Self.power(6 - (figure.decimals ?? 6))
    // The sum itself, the last total that holds at either end, the first that does not, and something near.
    let highest = Self.floor(high + figure.half, unit)
    let lowest = -Self.floor(figure.half - low, unit)
    let candidates = [
      Self.floor((low + high) / 2, unit), highest, highest + unit, lowest, lowest - unit,
      Self.floor(high, unit) + unit * Int.random(in: -3...3, using: &random),
    ]
    figure.value = candidates.randomElement(using: &random)
    if Int.random(in: 0..<40, using: &random) == 0 { figure.value = nil }
    total = figure
  }

  /// The interval of the parts' sum.
  private var sum: (low: Int, high: Int) {
    parts.reduce((0, 0)) { ($0.0 + $1.interval.low, $0.1 + $1.interval.high) }
  }

  func verdict(missing: String) -> Verdict {
    // A group without any row is none.
    if total == nil, parts.isEmpty { return .silent }
    let isWhole = total?.value != nil && !parts.isEmpty && parts.allSatisfy { $0.value != nil }
    if !isWhole, missing != "zero" { return missing == "error" ? .unjudged : .silent }
    // A figure that is not there is exactly nothing.
    let own = total?.value == nil ? (low: 0, high: 0) : total?.interval ?? (low: 0, high: 0)
    let exact = parts.reduce(0) { $0 + ($1.value ?? 0) * ($1.weight ?? 1) }
    if exact == total?.value ?? 0 { return .silent }
    return max(own.low, sum.low) <= min(own.high, sum.high) ? .rounding : .broken
  }

  private static func decimals(_ printed: Bool, _ random: inout SmallRandom) -> Int? {
    if !printed || Int.random(in: 0..<8, using: &random) == 0 { return nil }
    return Int.random(in: -2...6, using: &random)
  }

  static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// The greatest multiple of `unit` that is no greater than `value`.
  private static func floor(_ value: Int, _ unit: Int) -> Int {
    let rest = value % unit
    return value - (rest < 0 ? rest + unit : rest)
  }
}

/// The same numbers in every run (SplitMix64).
private struct SmallRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
