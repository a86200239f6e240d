import Figures
import Testing

struct FixedTests {
  @Test(arguments: [
    ("written with more zeros", "1.5", "1.50", 0),
    ("a digit further on", "1.5", "1.51", -1),
    ("below zero", "-1.5", "-1.49", -1),
    ("another sign", "-0.01", "0", -1),
    ("whole against decimals", "2", "1.999999", 1),
  ])
  func compares(_ why: String, a: String, b: String, order: Int) throws {
    let (a, b) = (try #require(Fixed(a)), try #require(Fixed(b)))
    #expect((a < b ? -1 : a > b ? 1 : 0) == order)
    #expect((a == b) == (order == 0))
    #expect(Set([a, b]).count == (order == 0 ? 1 : 2))
  }

  @Test func comparesNumbersThatNoCommonScaleHolds() {
    let huge = Fixed(units: .max, decimals: 0)
    let tiny = Fixed(units: .min, decimals: 40)
    #expect(tiny < huge)
    #expect(tiny < Fixed(units: 0, decimals: 0))
    #expect(Fixed(units: 1, decimals: .min) > Fixed(units: .max, decimals: .max))
    #expect(Fixed(units: 12, decimals: -3) == Fixed(units: 12000, decimals: 0))
    #expect(Fixed(units: 12, decimals: -3).hashValue == Fixed(units: 12000, decimals: 0).hashValue)
  }

  @Test(arguments: [
    ("754.2524", "1.1", "755.3524", "753.1524"),
    ("0.1", "0.2", "0.3", "-0.1"),
    ("-5", "5.00", "0.00", "-10.00"),
  ])
  func addsAndSubtracts(a: String, b: String, sum: String, difference: String) throws {
    let (a, b) = (try #require(Fixed(a)), try #require(Fixed(b)))
    #expect(try a.adding(b).description == sum)
    #expect(try a.subtracting(b).description == difference)
  }

  @Test func throwsWhatDoesNotFit() {
    let most = Fixed(units: .max, decimals: 2)
    let least = Fixed(units: .min, decimals: 2)
    let fen = Fixed(units: 1, decimals: 2)
    #expect(throws: ArithmeticOverflow()) { try most.adding(fen) }
    #expect(throws: ArithmeticOverflow()) { try least.subtracting(fen) }
    #expect(throws: ArithmeticOverflow()) { try least.negated() }
    #expect(throws: ArithmeticOverflow()) { try least.absolute() }
    #expect(throws: ArithmeticOverflow()) { try most.multiplied(by: 2) }
    #expect(throws: ArithmeticOverflow()) { try most.rescaled(to: 3) }
    #expect(throws: ArithmeticOverflow()) { try fen.adding(Fixed(units: 1, decimals: 50)) }
  }

  @Test func onlyTheResultOfASumHasToFit() throws {
    let most = Fixed(units: .max, decimals: 2)
    let fen = Fixed(units: 1, decimals: 2)
    #expect(try Fixed.sum([most, fen, try fen.negated()]) == most)
    #expect(throws: ArithmeticOverflow()) { try Fixed.sum([most, fen]) }
    #expect(try Fixed.sum([]) == nil, "nothing is not zero")
  }

  @Test func addsTheBudgetsIncome() throws {
    let parts = try ["594.2524", "61.1", "100"].map { try #require(Fixed($0)) }
    #expect(try Fixed.sum(parts)?.description == "755.3524")
  }

  @Test(
    arguments: [
      ("more decimals", "1.5", 3, "1.500"), ("fewer, and nothing lost", "1.500", 1, "1.5"),
      ("fewer, and a digit lost", "1.501", 2, nil), ("thousands", "12000", -3, "12000"),
    ] as [(String, String, Int, String?)])
  func rescales(_ why: String, text: String, decimals: Int, expected: String?) throws {
    let rescaled = try #require(Fixed(text)).rescaled(to: decimals)
    #expect(rescaled?.description == expected)
    #expect(rescaled == nil || rescaled?.decimals == decimals)
  }

  @Test func addingBackGivesTheSameNumber() throws {
    var random = Seeded(1)
    for _ in 0..<2000 {
      let a = Fixed(units: random.anyInt64() >> 20, decimals: Int.random(in: 0...4, using: &random))
      let b = Fixed(units: random.anyInt64() >> 20, decimals: Int.random(in: 0...4, using: &random))
      #expect(try a.adding(b).subtracting(b) == a)
      #expect(try (a < b) == a.subtracting(b).isNegative)
    }
  }

  @Test func readsWhatItPrints() throws {
    var random = Seeded(2)
    for _ in 0..<5000 {
      let number = Fixed(units: random.anyInt64(), decimals: Int.random(in: 0...12, using: &random))
      let read = try #require(Fixed(number.description))
      #expect(read.units == number.units && read.decimals == number.decimals)
    }
  }

  @Test(arguments: ["", "-", "1.", ".5", "+5", "1,234", "-0", "007", "１", " 1", "1e5"])
  func readsNothingThatItWouldNotPrint(text: String) {
    #expect(Fixed(text) == nil)
  }
}
