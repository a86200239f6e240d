import Testing

@testable import Figures

@Suite("Shares that add up to 100 %")
struct LargestRemainderTests {
  @Test(
    arguments: [
      (
        "a third each: the first of equal parts takes what is missing", [1, 1, 1],
        ["33.34", "33.33", "33.33"]
      ),
      ("nothing to move", [1, 3], ["25.00", "75.00"]),
      ("one part is all of it", [7], ["100.00"]),
      ("zero has a share of zero", [0, 5], ["0.00", "100.00"]),
      ("what was cut off most comes first", [1, 2, 4], ["14.29", "28.57", "57.14"]),
      (
        "of equal remainders the larger part comes first", [1, 3, 3, 1], ["12.50", "37.50", "37.50", "12.50"]
      ),
      (
        "seven sevenths", [1, 1, 1, 1, 1, 1, 1],
        ["14.29", "14.29", "14.29", "14.29", "14.28", "14.28", "14.28"]
      ),
      ("as large as amounts get", [.max, .max, .max], ["33.34", "33.33", "33.33"]),
    ] as [(String, [Int64], [String])])
  func shares(_ why: String, parts: [Int64], expected: [String]) throws {
    let shares = try #require(try LargestRemainder.percentages(of: parts, decimals: 2))
    #expect(shares.map(\.description) == expected)
  }

  @Test(
    "nothing, zeros and a part below zero have no shares", arguments: [[], [0, 0], [-1, 5]] as [[Int64]])
  func none(parts: [Int64]) throws {
    #expect(try LargestRemainder.percentages(of: parts, decimals: 2) == nil)
  }

  @Test("any shares add up, and none is off its exact value by a whole unit")
  func any() throws {
    var random = Seeded(20)
    for _ in 0..<2000 {
      let most = Int64.random(in: 1...1_000_000_000, using: &random)
      let count = Int.random(in: 1...9, using: &random)
      let parts = (0..<count).map { _ in Int64.random(in: 0...most, using: &random) }
      let decimals = Int.random(in: 0...6, using: &random)
      guard let shares = try LargestRemainder.percentages(of: parts, decimals: decimals) else { continue }
      #expect(try Fixed.sum(shares) == Fixed(units: 100, decimals: 0))
      let total = Int128(parts.reduce(0, +))
      let whole = try #require(powerOfTen(decimals + 2))
      for (part, share) in zip(parts, shares) {
        let off: Int128 = Int128(share.units) * total - Int128(part) * whole
        #expect(off.magnitude < total.magnitude)
      }
    }
  }
}
