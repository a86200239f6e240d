import Figures
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("1.5", "亿元", "150000000.0", "元"), ("323.8344", "万元", "3238344", "元"), ("2", "天", "2880", "分钟"),
    ("1.5", "小时", "90.0", "分钟"), ("3", "日", "4320", "分钟"), ("3", "工作日", "3", "工作日"),
  ])
  func standsInItsBaseUnit(value: String, unit: String, baseValue: String, baseUnit: String) throws {
    let base = try Quantity(try #require(Fixed(value)), unit: unit).inBaseUnit()
    #expect(base == Quantity(try #require(Fixed(baseValue)), unit: baseUnit))
  }

  @Test func throwsWhatDoesNotFit() {
    #expect(throws: ArithmeticOverflow()) {
      try Quantity(Fixed(units: .max, decimals: 0), unit: "天").inBaseUnit()
    }
  }

  @Test func moneyIsNotTime() {
    let (money, time) = (
      Quantity(Fixed(units: 1, decimals: 0), unit: "元"), Quantity(Fixed(units: 1, decimals: 0), unit: "天")
    )
    #expect(!money.isCompatible(with: time))
    #expect(money.isCompatible(with: Quantity(Fixed(units: 1, decimals: 0), unit: "亿元")))
    #expect(time.isCompatible(with: Quantity(Fixed(units: 1, decimals: 0), unit: "分钟")))
  }
}
