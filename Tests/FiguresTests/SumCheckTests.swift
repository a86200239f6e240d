import Figures
import Testing

struct SumCheckTests {
  /// The cases of XBRL Calculations 1.1 and of the published budget. `decimals` are those of all figures; nil is
  /// exact. The residual is the total less the sum.
  @Test(
    arguments: [
      ("to thousands, equal", "12000 -2000", "10000", -3, "balanced"),
      ("to thousands, inside", "12000 -2000", "11000", -3, "rounding 1000 of 1500"),
      ("to thousands, outside", "12000 -2000", "12000", -3, "broken by 2000"),
      ("thirds", "33.33 33.33 33.33", "100.00", 2, "rounding 0.01 of 0.020"),
      ("no decimals, touching", "3 3 3", "11", 0, "rounding 2 of 2.0"),
      ("no decimals, outside", "3 3 3", "12", 0, "broken by 3"),
      ("by function", "513.72 39.07 11.98 161.1 29.49", "755.35", 2, "rounding -0.01 of 0.030"),
      ("health", "9.18 2.79", "11.98", 2, "rounding 0.01 of 0.015"),
      ("changes by function", "269.29 9.54 11.98 -313.9 36.11", "13.01", 2, "rounding -0.01 of 0.030"),
      ("changes by economic class", "229.08 -215.47 3.09 1.67", "13.01", 2, "broken by -5.36"),
      ("establishment", "7 0 0 0 0", "24", nil, "broken by 17"),
      ("land fund", "434.16 0.00 0.55", "434.72", 2, "rounding 0.01 of 0.020"),
      ("exact and one fen off", "33.33 33.33 33.33", "100.00", nil, "broken by 0.01"),
      ("exact and right", "33.33 33.33 33.34", "100", nil, "balanced"),
      ("no parts, exact", "", "0", nil, "balanced"),
      ("no parts, rounded", "", "0.01", 2, "broken by 0.01"),
    ] as [(String, String, String, Int?, String)])
  func compares(_ why: String, parts: String, total: String, decimals: Int?, expected: String) throws {
    let figures = try parts.split(separator: " ").map {
      WeightedFigure(PrintedFigure(try #require(Fixed(String($0))), decimals: decimals))
    }
    let total = PrintedFigure(try #require(Fixed(total)), decimals: decimals)
    #expect(try said(SumCheck.compare(total: total, parts: figures)) == expected)
  }

  @Test func holdsRoundedPartsAgainstAnExactTotal() throws {
    let third = WeightedFigure(PrintedFigure(Fixed(units: 3333, decimals: 2), decimals: 2))
    let hundred = PrintedFigure(Fixed(units: 100, decimals: 0))
    let outcome = try SumCheck.compare(total: hundred, parts: [third, third, third])
    #expect(said(outcome) == "rounding 0.01 of 0.015")
  }

  @Test func aNegativeWeightTakesAwayAndAddsSlack() throws {
    let (income, carried) = (PrintedFigure(Fixed(units: 12, decimals: -3), decimals: -3), printed(2000, -3))
    let parts = [WeightedFigure(income), WeightedFigure(carried, weight: -1)]
    #expect(try said(SumCheck.compare(total: printed(11000, -3), parts: parts)) == "rounding 1000 of 1500")
  }

  @Test func mixesDecimals() throws {
    let parts = [WeightedFigure(printed(1, 0)), WeightedFigure(PrintedFigure(Fixed(units: 25, decimals: 2)))]
    #expect(try said(SumCheck.compare(total: printed(2, 0), parts: parts)) == "rounding 0.75 of 1.000")
    #expect(try said(SumCheck.compare(total: printed(3, 0), parts: parts)) == "broken by 1.75")
  }

  @Test func digitsBeyondTheTablesDecimalsAreAnErrorOfTheirOwn() throws {
    let odd = PrintedFigure(Fixed(units: 12345, decimals: 3), decimals: 2)
    let zeros = PrintedFigure(Fixed(units: 12340, decimals: 3), decimals: 2)
    #expect(throws: SumCheckError.tooManyDigits(odd)) {
      try SumCheck.compare(total: zeros, parts: [WeightedFigure(odd)])
    }
    #expect(try SumCheck.compare(total: zeros, parts: [WeightedFigure(zeros)]) == .balanced)
  }

  @Test func throwsWhatDoesNotFit() {
    let most = PrintedFigure(Fixed(units: .max, decimals: 0))
    let parts = [WeightedFigure(most, weight: .max), WeightedFigure(most, weight: .max)]
    #expect(throws: SumCheckError.overflow) { try SumCheck.compare(total: most, parts: parts) }
    let least = WeightedFigure(most, weight: .min)
    #expect(throws: SumCheckError.overflow) { try SumCheck.compare(total: most, parts: [least]) }
    let far = PrintedFigure(Fixed(units: 1, decimals: 0), decimals: .max)
    #expect(throws: SumCheckError.overflow) { try SumCheck.compare(total: far, parts: []) }
    let zero = PrintedFigure(Fixed(units: 0, decimals: 0), decimals: .max)
    #expect(throws: Never.self) { try SumCheck.compare(total: zero, parts: []) }
  }

  @Test func partsThatCancelNeedNotFitOneByOne() throws {
    let most = WeightedFigure(PrintedFigure(Fixed(units: .max, decimals: 2)))
    let less = WeightedFigure(most.figure, weight: -2)
    let zero = PrintedFigure(Fixed(units: 0, decimals: 0))
    #expect(try SumCheck.compare(total: zero, parts: [most, less, most]) == .balanced)
  }

  /// `consistent` exactly when there are real values that print as these figures and add up. A grid of quarter
  /// units finds them: the ends of all intervals are half units, and weights up to 2 step by half units at most.
  @Test func isConsistentExactlyWhenRealValuesExist() throws {
    var random = Seeded(8)
    for _ in 0..<3000 {
      let total = Int.random(in: -8...8, using: &random)
      let isExact = Bool.random(using: &random)
      let parts = (0..<3).map { _ in
        (
          weight: [-2, -1, 1, 2].randomElement(using: &random) ?? 1,
          value: Int.random(in: -3...3, using: &random),
          isExact: Bool.random(using: &random)
        )
      }
      let outcome = try SumCheck.compare(
        total: printed(Int64(total), isExact ? nil : 0),
        parts: parts.map {
          WeightedFigure(printed(Int64($0.value), $0.isExact ? nil : 0), weight: Int64($0.weight))
        })
      var sums: Set<Int> = [0]
      for part in parts {
        sums = Set(
          sums.flatMap { sum in quarters(part.value, part.isExact).map { sum + part.weight * $0 } })
      }
      let exists = quarters(total, isExact).contains { sums.contains($0) }
      if case .broken = outcome { #expect(!exists) } else { #expect(exists) }
    }
  }

  private func quarters(_ value: Int, _ isExact: Bool) -> ClosedRange<Int> {
    isExact ? value * 4...value * 4 : value * 4 - 2...value * 4 + 2
  }

  private func printed(_ value: Int64, _ decimals: Int?) -> PrintedFigure {
    PrintedFigure(Fixed(units: value, decimals: 0), decimals: decimals)
  }

  private func said(_ outcome: SumOutcome) -> String {
    switch outcome {
    case .balanced: return "balanced"
    case .broken(let difference): return "broken by \(difference)"
    case .rounding(let residual, let used, let allowed):
      let size = residual.isNegative ? Fixed(units: -residual.units, decimals: residual.decimals) : residual
      return "rounding \(residual) of \(allowed)" + (used == size ? "" : ", used \(used)")
    }
  }
}
