import Figures
import Testing

struct AmountTests {
  @Test(arguments: [
    (MoneyUnit.yuan, "7553524.00"), (.tenThousandYuan, "755.352400"), (.hundredMillionYuan, "0.0755352400"),
  ])
  func standsInEveryUnit(unit: MoneyUnit, expected: String) throws {
    let income = Amount(fen: 755_352_400)
    #expect(income.fixed(in: unit).description == expected)
    #expect(try Amount(income.fixed(in: unit), in: unit) == income)
    #expect(income.fixed().converted(from: .yuan, to: unit).description == expected)
  }

  @Test func isNothingBelowAFen() throws {
    #expect(try Amount(Fixed(units: 12345, decimals: 3), in: .yuan) == nil)
    #expect(try Amount(Fixed(units: 12340, decimals: 3), in: .yuan) == Amount(fen: 1234))
  }

  @Test func throwsWhatDoesNotFit() {
    let (most, least, fen) = (Amount(fen: .max), Amount(fen: .min), Amount(fen: 1))
    #expect(throws: ArithmeticOverflow()) { try most.adding(fen) }
    #expect(throws: ArithmeticOverflow()) { try least.subtracting(fen) }
    #expect(throws: ArithmeticOverflow()) { try least.negated() }
    #expect(throws: ArithmeticOverflow()) { try most.multiplied(by: 2) }
    #expect(throws: ArithmeticOverflow()) {
      try Amount(Fixed(units: .max, decimals: 0), in: .hundredMillionYuan)
    }
  }

  @Test func isSafeForEveryUnit() throws {
    var random = Seeded(4)
    for _ in 0..<1000 {
      let amount = Amount(fen: random.anyInt64())
      for unit in MoneyUnit.allCases { #expect(try Amount(amount.fixed(in: unit), in: unit) == amount) }
    }
  }
}
