import Figures
import Testing

@Suite("Percentages of printed figures")
struct RatioCheckTests {
  /// `value@decimals`; without decimals it is exact.
  private func figure(_ text: String) throws -> PrintedFigure {
    let sides = text.split(separator: "@")
    return PrintedFigure(
      try #require(Fixed(String(sides[0]))), decimals: sides.count > 1 ? Int(sides[1]) : nil)
  }

  private func said(_ kind: String, _ first: String, _ second: String, _ percent: String) throws -> String {
    let (first, second) = (try figure(first), try figure(second))
    let ratio: PrintedRatio =
      switch kind {
      case "share": .share(part: first, whole: second)
      case "growth": .growth(now: first, before: second)
      default: .growthOfChange(change: first, now: second)
      }
    switch try ratio.outcome(percent: figure(percent)) {
    case .balanced: return "balanced"
    case .rounding(let residual, let used, let allowed):
      let size = try residual.absolute()
      #expect(used <= allowed && used == size)
      return "rounding \(residual) of \(allowed)"
    case .broken(let expected, let range, _): return "\(expected), \(range.lowerBound) to \(range.upperBound)"
    case .undefined: return "undefined"
    case .unbounded: return "unbounded"
    }
  }

  @Test(arguments: [
    ("one decimal", "share", "24519.1@1", "33067.0@1", "74.1@1", "balanced"),
    ("touching", "share", "24519.1@1", "33067.0@1", "74.2@1", "rounding 0.050 of 0.050"),
    ("beyond", "share", "24519.1@1", "33067.0@1", "74.3@1", "74.1, 74.149 to 74.150"),
    ("two decimals", "share", "24519.1@1", "33067.0@1", "74.15@2", "balanced"),
    ("small figures leave much open", "share", "2.8@1", "8.6@1", "32.0@1", "rounding -0.558 of 0.816"),
    ("but not everything", "share", "2.8@1", "8.6@1", "31.7@1", "32.6, 31.792 to 33.333"),
    ("exact counts leave nothing", "share", "3", "8", "37.6@1", "37.5, 37.500 to 37.500"),
    ("and are right", "share", "3", "8", "37.5@1", "balanced"),
    ("below zero", "share", "-3", "8", "-37.5@1", "balanced"),
    ("both below zero", "share", "-3", "-8", "37.5@1", "balanced"),
    ("of nothing", "share", "0.00@2", "0.00@2", "0@2", "undefined"),
    ("growth", "growth", "25.75@2", "8.30@2", "210.24@2", "balanced"),
    ("a growth within the rounding", "growth", "25.75@2", "8.30@2", "210.40@2", "rounding 0.1590 of 0.2522"),
    ("and outside of it", "growth", "25.75@2", "8.30@2", "201.24@2", "210.24, 209.9940 to 210.4882"),
    ("a decrease", "growth", "8.30@2", "25.75@2", "-67.77@2", "balanced"),
    ("with the wrong sign", "growth", "8.30@2", "25.75@2", "67.77@2", "-67.77, -67.7927 to -67.7413"),
    ("from zero", "growth", "8.30@2", "0@2", "100@2", "undefined"),
    ("from below zero", "growth", "8.30@2", "-1.00@2", "930@2", "undefined"),
    ("of a change", "change", "17.45@2", "25.75@2", "210.24@2", "balanced"),
    ("of a change, within", "change", "17.45@2", "25.75@2", "210.00@2", "rounding -0.2410 of 0.3182"),
    ("of a change, outside", "change", "17.45@2", "25.75@2", "201.24@2", "210.24, 209.9278 to 210.5549"),
    ("all of it is new", "change", "17.45@2", "17.45@2", "100@2", "undefined"),
    ("a base that rounding may make nothing", "change", "0.02@2", "0.03@2", "900@2", "unbounded"),
    ("money in thousands", "share", "12000@-3", "48000@-3", "25@0", "balanced"),
    ("tens of percent", "share", "12000@-3", "48000@-3", "30@-1", "balanced"),
  ])
  func judges(
    _ why: String, kind: String, first: String, second: String, percent: String, expected: String
  ) throws {
    #expect(try said(kind, first, second, percent) == expected)
  }

  /// A share is possible when some whole within its rounding, times an end of the percentage's, meets the part's: the
  /// conditions on the whole are linear, so the oracle needs no division.
  @Test func isConsistentExactlyWhenRealValuesExist() throws {
    var random = Seeded(74)
    var seen: [Bool: Int] = [:]
    for _ in 0..<4000 {
      let (part, whole) = (Int.random(in: -40...40, using: &random), Int.random(in: 1...40, using: &random))
      let near = part * 100 / whole + Int.random(in: -12...12, using: &random)
      let outcome = try PrintedRatio.share(part: printed(part), whole: printed(whole)).outcome(
        percent: printed(near))
      // In halves: the part between 2p − 1 and 2p + 1, and so on; 100 · part = percent · whole.
      let wholes = (2 * whole - 1, 2 * whole + 1)
      let (low, high) = (200 * (2 * part - 1), 200 * (2 * part + 1))
      let exists = Self.someWhole(
        in: wholes, atMost: (2 * near - 1, high), atLeast: (2 * near + 1, low))
      seen[exists, default: 0] += 1
      if case .broken = outcome { #expect(!exists, "\(part) \(whole) \(near)") } else { #expect(exists) }
    }
    #expect(seen[true, default: 0] > 500 && seen[false, default: 0] > 500)
  }

  /// Whether some y of an interval has a·y ≤ b and c·y ≥ d. Each holds from an end of the interval to a bound.
  private static func someWhole(
    in ends: (Int, Int), atMost: (a: Int, b: Int), atLeast: (c: Int, d: Int)
  ) -> Bool {
    let first = [ends.0, ends.1].filter { atMost.a * $0 <= atMost.b }
    let second = [ends.0, ends.1].filter { atLeast.c * $0 >= atLeast.d }
    if first.isEmpty || second.isEmpty { return false }
    if first.contains(where: second.contains) { return true }
    // One holds from below up to b ÷ a, the other from d ÷ c upwards; both bounds are within, so a and c are not 0.
    let isFromBelow = first == [ends.0]
    let (a, b, c, d) = (atMost.a, atMost.b, atLeast.c, atLeast.d)
    let sign = (a < 0) == (c < 0) ? 1 : -1
    return isFromBelow ? sign * d * a <= sign * b * c : sign * b * c <= sign * d * a
  }

  private func printed(_ value: Int) -> PrintedFigure {
    PrintedFigure(Fixed(units: Int64(value), decimals: 0), decimals: 0)
  }
}
