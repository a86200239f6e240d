import Figures
import Testing

struct RoundingTests {
  @Test(arguments: [
    ("12.1498", 1, "12.1"), ("1.050", 1, "1.0"), ("28.175", 2, "28.18"), ("28.165", 2, "28.16"),
    ("2.154546", 2, "2.15"), ("-28.165", 2, "-28.16"), ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"),
  ])
  func roundsAsGB8170(text: String, decimals: Int, expected: String) throws {
    #expect(try #require(Fixed(text)).rounded(to: decimals, .halfToEven).description == expected)
  }

  @Test(arguments: [
    ("12.1498", 1, "12.1"), ("1.050", 1, "1.1"), ("28.175", 2, "28.18"), ("28.165", 2, "28.17"),
    ("2.154546", 2, "2.15"), ("-28.165", 2, "-28.17"), ("0.5", 0, "1"), ("-0.5", 0, "-1"),
    ("-0.4", 0, "0"), ("12345", -2, "12300"), ("12350", -2, "12400"), ("61.1", 2, "61.1"),
  ])
  func roundsHalfAwayFromZero(text: String, decimals: Int, expected: String) throws {
    #expect(try #require(Fixed(text)).rounded(to: decimals).description == expected)
  }

  /// 755.3524 万元 and its parts, rounded as the published budget prints them.
  @Test(arguments: [
    ("755.3524", "755.35"), ("594.2524", "594.25"), ("243.3027", "243.30"), ("39.0676", "39.07"),
    ("9.1842", "9.18"), ("2.7935", "2.79"), ("29.4864", "29.49"), ("270.418", "270.42"),
  ])
  func roundsTheBudget(exact: String, printed: String) throws {
    #expect(try #require(Fixed(exact)).rounded(to: 2).description == printed)
  }

  @Test func roundsTheEndsOfTheRange() {
    let least = Fixed(units: .min, decimals: 2)
    #expect(least.rounded(to: 0).description == "-92233720368547758")
    #expect(least.rounded(to: -15).units == -92)
    #expect(least.rounded(to: -16).units == -9)
    #expect(least.rounded(to: -17).units == -1)
    #expect(least.rounded(to: -18).units == 0)
    #expect(least.rounded(to: .min).isZero)
    #expect(least.rounded(to: .max) == least)
  }

  @Test func roundsToTheNearer() {
    var random = Seeded(3)
    for _ in 0..<3000 {
      let units = random.anyInt64() >> 8
      for rounding in Rounding.allCases {
        let rounded = Fixed(units: units, decimals: 3).rounded(to: 1, rounding).units
        let error = rounded * 100 - units
        #expect(abs(error) <= 50)
        #expect(abs(error) < 50 || rounding == .halfAwayFromZero || rounded.isMultiple(of: 2))
        #expect(abs(error) < 50 || rounding == .halfToEven || abs(rounded * 100) > abs(units))
      }
    }
  }

  @Test(arguments: [
    ("24519.1", "33067.0", "74.1"), ("11922.3", "24519.1", "48.6"), ("25797.2", "36399", "70.9"),
    ("13968.1", "25797.2", "54.1"), ("32407.19", "33509.75", "96.7"), ("2739.43", "33509.75", "8.2"),
  ])
  func sharesOfPublishedProcurement(part: String, whole: String, percent: String) throws {
    let (part, whole) = (try #require(Fixed(part)), try #require(Fixed(whole)))
    #expect(try Fixed.percentage(part, of: whole, decimals: 1)?.description == percent)
  }

  @Test(arguments: [
    ("2", "3", 2, "0.67"), ("-2", "3", 2, "-0.67"), ("2", "-3", 2, "-0.67"), ("1", "8", 2, "0.13"),
    ("0", "8", 2, "0.00"), ("0.000001", "1000000", 2, "0.00"), ("1000", "0.001", 0, "1000000"),
    ("1", "3000", 0, "0"), ("12345", "1", -2, "12300"),
  ])
  func divides(a: String, b: String, decimals: Int, expected: String) throws {
    let (a, b) = (try #require(Fixed(a)), try #require(Fixed(b)))
    #expect(try Fixed.ratio(a, b, decimals: decimals)?.description == expected)
  }

  @Test func dividesAtTheEnds() throws {
    let (least, one) = (Fixed(units: .min, decimals: 0), Fixed(units: 1, decimals: 0))
    #expect(try Fixed.ratio(one, Fixed(units: 0, decimals: 2), decimals: 2) == nil)
    #expect(try Fixed.ratio(least, least, decimals: 2)?.description == "1.00")
    #expect(try Fixed.ratio(one, Fixed(units: .max, decimals: -40), decimals: 2)?.isZero == true)
    #expect(throws: ArithmeticOverflow()) { try Fixed.ratio(least, try one.negated(), decimals: 0) }
    #expect(throws: ArithmeticOverflow()) { try Fixed.ratio(least, one, decimals: 30) }
    #expect(throws: ArithmeticOverflow()) { try Fixed.percentage(one, of: one, decimals: .max) }
  }
}
