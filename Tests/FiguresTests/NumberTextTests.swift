import Figures
import Testing

struct NumberTextTests {
  @Test(arguments: [
    ("1234.5", "1234.50"), ("1,234.50", "1234.50"), ("1,234,567", "1234567.00"), ("0", "0.00"),
    ("￥1,234.50", "1234.50"), ("¥1,234.50", "1234.50"), ("¥ 12", "12.00"), ("￥-12.3", "-12.30"),
    ("-￥12.3", "-12.30"), ("１，２３４．５０", "1234.50"), ("－１２．３", "-12.30"), ("−12.3", "-12.30"),
    ("(12.3)", "-12.30"), ("（12.3）", "-12.30"), ("(￥12.3)", "-12.30"), ("(12.3元)", "-12.30"),
    ("(12.3)元", "-12.30"), ("-12.3", "-12.30"), ("+5", "5.00"), (".5", "0.50"), ("-.5", "-0.50"),
    ("-0", "0.00"), ("(0)", "0.00"), ("007", "7.00"), (" 12 ", "12.00"), ("\u{3000}12\t", "12.00"),
    ("12.3元", "12.30"), ("12.3 元", "12.30"), ("1.2万元", "12000.00"), ("755.3524 万元", "7553524.00"),
    ("-0.5亿元", "-50000000.00"), ("￥1.2万元", "12000.00"), ("12.340", "12.34"), ("12.3000000000", "12.30"),
    ("92233720368547758.07", "92233720368547758.07"), ("-92233720368547758.08", "-92233720368547758.08"),
  ])
  func readsMoney(text: String, yuan: String) throws {
    #expect(try NumberText.readAmount(text).get()?.fixed().description == yuan)
  }

  @Test(arguments: ["", " ", "-", "—", "－", "——", "–", "--", "－－", " — "])
  func readsNothingAsNothing(text: String) throws {
    #expect(try NumberText.readAmount(text).get() == nil)
    #expect(try NumberText.read(text, decimals: 0).get() == nil)
  }

  @Test(arguments: [
    ("十二", NumberProblem.notANumber), ("abc", .notANumber), ("1.2.3", .notANumber), ("1 234", .notANumber),
    ("--5", .notANumber), ("---", .notANumber), ("(-5)", .notANumber), ("(+5)", .notANumber),
    ("-(5)", .notANumber), ("5-", .notANumber), ("- 5", .notANumber), ("—5", .notANumber),
    ("5.", .notANumber), (".", .notANumber), ("()", .notANumber), ("(5", .notANumber), ("5)", .notANumber),
    ("((5))", .notANumber), ("￥", .notANumber), ("￥-", .notANumber), ("￥￥5", .notANumber),
    ("-￥-5", .notANumber), ("1/2", .notANumber), ("1、234", .notANumber), ("12。5", .notANumber),
    ("0x12", .notANumber), ("1:2", .notANumber), ("\u{FEFF}12", .notANumber), ("1\u{0}", .notANumber),
    ("1,23.4", .grouping), ("1,234,5", .grouping), ("1234,567", .grouping), ("1,2345", .grouping),
    ("0,5", .grouping), ("0,123", .grouping), ("1,", .grouping), (",123", .grouping), ("1,,234", .grouping),
    ("1.234,5", .grouping), ("1,234.5,6", .grouping),
    ("1e5", .scientificNotation), ("1E5", .scientificNotation), ("1.10105E+17", .scientificNotation),
    ("1e-5", .scientificNotation), ("１Ｅ５", .scientificNotation),
    ("12.345", .tooManyDecimals(allowed: 2)), ("0.001", .tooManyDecimals(allowed: 2)),
    ("1.2345678万元", .tooManyDecimals(allowed: 6)),
    ("1.2万", .unknownUnit("万")), ("12人", .unknownUnit("人")), ("95%", .unknownUnit("%")),
    ("12.30元整", .unknownUnit("元整")), ("5e", .unknownUnit("e")),
    ("92233720368547758.08", .overflow), ("-92233720368547758.09", .overflow), ("100000000000亿元", .overflow),
    ("99999999999999999999999999999999999999999999", .overflow),
  ])
  func refuses(text: String, expected: NumberProblem) {
    #expect(NumberText.readAmount(text) == .failure(expected))
  }

  @Test func takesTheColumnsUnitUnlessTheCellNamesOne() throws {
    #expect(try NumberText.readAmount("323.8344", unit: .tenThousandYuan).get() == Amount(fen: 323_834_400))
    #expect(try NumberText.readAmount("1", unit: .hundredMillionYuan).get() == Amount(fen: 10_000_000_000))
    #expect(try NumberText.readAmount("100元", unit: .tenThousandYuan).get() == Amount(fen: 10_000))
    let tooFine = NumberText.readAmount("0.0000001", unit: .tenThousandYuan)
    #expect(tooFine == .failure(.tooManyDecimals(allowed: 6)))
  }

  @Test func readsNumbersThatAreNoMoney() throws {
    #expect(try NumberText.read("95%", decimals: 2, unit: "%").get()?.description == "95.00")
    #expect(try NumberText.read("95.5％", decimals: 2, unit: "%").get()?.description == "95.50")
    #expect(try NumberText.read("24 人", decimals: 0, unit: "人").get()?.description == "24")
    #expect(try NumberText.read("24", decimals: 0, unit: "人").get()?.description == "24")
    #expect(NumberText.read("24.5", decimals: 0) == .failure(.tooManyDecimals(allowed: 0)))
    #expect(NumberText.read("24元", decimals: 0, unit: "人") == .failure(.unknownUnit("元")))
    #expect(NumberText.read("￥24", decimals: 0) == .failure(.notANumber))
  }

  @Test func aSentenceIsNoUnit() {
    #expect(NumberText.readAmount("12" + String(repeating: "长", count: 100)) == .failure(.notANumber))
  }

  @Test func aVeryLongCellIsReadOnce() {
    let digits = String(repeating: "0", count: 1_000_000)
    #expect(NumberText.readAmount("0." + digits) == .success(Amount(fen: 0)))
    #expect(NumberText.readAmount("1" + digits) == .failure(.overflow))
    #expect(NumberText.readAmount("0." + digits + "1") == .failure(.tooManyDecimals(allowed: 2)))
  }

  @Test func readsEveryPrintedAmount() throws {
    var random = Seeded(5)
    for _ in 0..<3000 {
      let amount = Amount(fen: random.anyInt64())
      for unit in MoneyUnit.allCases {
        let format = NumberFormat(
          decimals: unit.decimalsOfFen, isGrouped: .random(using: &random),
          keepsTrailingZeros: .random(using: &random))
        let text = format.string(amount, in: unit)
        #expect(NumberText.readAmount(text, unit: unit) == .success(amount))
        #expect(NumberText.readAmount(text + unit.rawValue) == .success(amount))
      }
    }
  }
}
