import Figures
import Testing

struct NumberFormatTests {
  @Test(arguments: [
    ("two decimals", NumberFormat(decimals: 2), "1234.5", "1234.50"),
    ("grouped", NumberFormat(decimals: 2, isGrouped: true), "1234.5", "1,234.50"),
    ("grouped, below a thousand", NumberFormat(decimals: 2, isGrouped: true), "-234.5", "-234.50"),
    ("grouped millions", NumberFormat(decimals: 0, isGrouped: true), "-1234567.5", "-1,234,568"),
    ("zeros dropped", NumberFormat(decimals: 2, keepsTrailingZeros: false), "61.10", "61.1"),
    ("all zeros dropped", NumberFormat(decimals: 2, keepsTrailingZeros: false), "100.00", "100"),
    ("whole tens stay", NumberFormat(decimals: 2, keepsTrailingZeros: false), "1200", "1200"),
    ("below one", NumberFormat(decimals: 2), "0.05", "0.05"),
    ("rounds once", NumberFormat(decimals: 2), "0.0449", "0.04"),
    ("half up", NumberFormat(decimals: 2), "28.165", "28.17"),
    ("half to even", NumberFormat(decimals: 2, rounding: .halfToEven), "28.165", "28.16"),
    ("zero has no sign", NumberFormat(decimals: 2), "-0.004", "0.00"),
    ("nor without zeros", NumberFormat(decimals: 2, keepsTrailingZeros: false), "-0.004", "0"),
    ("to thousands", NumberFormat(decimals: -3), "11499", "11000"),
    ("to thousands, grouped", NumberFormat(decimals: -3, isGrouped: true), "-11500", "-12,000"),
    ("to thousands, nothing left", NumberFormat(decimals: -3), "-499", "0"),
  ])
  func prints(_ why: String, format: NumberFormat, value: String, expected: String) throws {
    #expect(format.string(try #require(Fixed(value))) == expected)
  }

  @Test(arguments: [
    (MoneyUnit.yuan, "7,553,524.00"), (.tenThousandYuan, "755.35"), (.hundredMillionYuan, "0.08"),
  ])
  func printsMoney(unit: MoneyUnit, expected: String) {
    let format = NumberFormat(decimals: 2, isGrouped: true)
    #expect(format.string(Amount(fen: 755_352_400), in: unit) == expected)
  }

  @Test func printsTheEndsOfTheRange() {
    let format = NumberFormat(decimals: 2, isGrouped: true)
    #expect(format.string(Amount(fen: .min), in: .yuan) == "-92,233,720,368,547,758.08")
    #expect(Fixed(units: .min, decimals: 25).description == "-0.0000009223372036854775808")
    #expect(Fixed(units: .max, decimals: 18).description == "9.223372036854775807")
    #expect(Fixed(units: .max, decimals: 19).description == "0.9223372036854775807")
    #expect(Fixed(units: .max, decimals: 20).description == "0.09223372036854775807")
    #expect(Fixed(units: 7, decimals: -3).description == "7000")
  }

  /// What stands before the number is not touched, not even by the commas.
  @Test func goesOnWithAText() {
    var text = Array("共计12345".utf8)
    NumberFormat(decimals: 2, isGrouped: true).append(Fixed(units: -123_456_789, decimals: 2), to: &text)
    NumberFormat(decimals: 0).append(Fixed(units: 0, decimals: 0), to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "共计12345-1,234,567.890")
  }

  /// Digits and point as anyone would put them.
  @Test func printsAnyNumberWithAllItsDigits() {
    var random = Seeded(7)
    for _ in 0..<3000 {
      let units = random.anyInt64()
      for decimals in 1...21 {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
        let sign = units < 0 ? "-" : ""
        let expected = "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
        #expect(Fixed(units: units, decimals: decimals).description == expected)
      }
    }
  }

  @Test(arguments: [("0.0034", "0.003"), ("0.004", "0.004"), ("0.00047", "0.0005"), ("0.006", "0.01")])
  func showsThatANumberIsNotZero(value: String, expected: String) throws {
    let value = try #require(Fixed(value))
    #expect(NumberFormat(decimals: 2, keepsTrailingZeros: false).showing(value).string(value) == expected)
  }

  @Test func showsZeroAsItIs() {
    let format = NumberFormat(decimals: 2)
    #expect(format.showing(Fixed(units: 0, decimals: 6)) == format)
  }
}
