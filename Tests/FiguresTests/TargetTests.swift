import Figures
import Testing

struct TargetTests {
  @Test(arguments: [
    ("≥500件", "≥ 500 件"), ("≥500 件", "≥ 500 件"), ("≥ 500件", "≥ 500 件"), ("≥12,000件", "≥ 12000 件"),
    (">=5", "≥ 5 "), ("＞5", "> 5 "), ("＞＝5", "≥ 5 "), ("<5", "< 5 "), ("<=5", "≤ 5 "), ("≦5", "≤ 5 "),
    ("≤48小时", "≤ 48 小时"), ("=100%", "= 100 %"), ("＝１００％", "= 100 %"), ("100%", "= 100 %"),
    ("0", "= 0 "), ("≥98.50%", "≥ 98.5 %"), ("≥-5%", "≥ -5 %"), ("≤323.8344万元", "≤ 323.8344 万元"),
    ("≤172.12 万元", "≤ 172.12 万元"), ("≥3次/年", "≥ 3 次/年"), ("≥800平方米", "≥ 800 平方米"),
    ("前十位", "rank 10"), ("前10名", "rank 10"), ("前１０位", "rank 10"), ("前三", "rank 3"),
    ("前二十五名", "rank 25"), ("前一百名", "rank 100"),
    ("实现", "quality 实现"), (" 及时 ", "quality 及时"), ("前列", "quality 前列"), ("显著提升", "quality 显著提升"),
  ])
  func reads(text: String, expected: String) throws {
    #expect(said(try Target.read(text).get()) == expected)
  }

  @Test(arguments: ["≥500 件", "≤323.8344 万元", "=100%", "100%", "前十位", "＞５", "及时"])
  func printsAsEntered(text: String) throws {
    #expect(try Target.read("  \(text) ").get().description == text)
  }

  @Test(arguments: [
    ("", TargetProblem.empty), (" ", .empty), ("—", .empty), ("≥", .missingNumber), (">= ", .missingNumber),
    ("≥五百件", .number(.notANumber)), ("≥12..3", .number(.notANumber)), ("≥12.", .number(.notANumber)),
    ("≥及时", .number(.notANumber)), ("≥1e5", .number(.scientificNotation)), ("≥1,23", .number(.grouping)),
    ("≥99999999999999999999", .number(.overflow)), ("≤0.0000001万元", .number(.tooManyDecimals(allowed: 6))),
    ("≤12.345元", .number(.tooManyDecimals(allowed: 2))),
    ("500件以上", .unclear), ("48小时内", .unclear), ("12月底前", .unclear), ("5至10", .unclear), ("5-10", .unclear),
    ("第3名", .unclear), ("约100件", .unclear), ("前30%", .unclear), ("前0名", .unclear), ("2025年12月", .unclear),
    ("≥95%（抽样）", .unclear), ("≥500 600", .unclear), ("≥5≤10", .unclear),
  ])
  func refuses(text: String, expected: TargetProblem) {
    #expect(Target.read(text) == .failure(expected))
  }

  @Test func moneyIsExact() throws {
    #expect(try Target.read("≤323.8344万元").get().amount == Amount(fen: 323_834_400))
    #expect(try Target.read("≤0.000001万元").get().amount == Amount(fen: 1))
    #expect(try Target.read("≥500件").get().amount == nil)
    #expect(try Target.read("及时").get().amount == nil)
  }

  @Test(
    arguments: [
      ("≥500件", "500", "件", true), ("≥500件", "499.99", "件", false), (">5", "5", "", false),
      ("<5", "4.9", "", true), ("=100%", "100.00", "%", true), ("100%", "99", "%", false),
      ("≤48小时", "2", "天", true), ("≤2天", "49", "小时", false), ("≤2天", "2880", "分钟", true),
      ("≤323.8344万元", "3238344", "元", true), ("≤323.8344万元", "3238344.01", "元", false),
      ("前十位", "10", "位", true), ("前十位", "11", "位", false), ("≥500件", "500", "个", nil),
      ("≤3天", "3", "工作日", nil), ("及时", "1", "", nil),
    ] as [(String, String, String, Bool?)])
  func isMetOrNot(target: String, actual: String, unit: String, expected: Bool?) throws {
    let actual = Quantity(try #require(Fixed(actual)), unit: unit)
    #expect(try Target.read(target).get().isMet(by: actual) == expected)
  }

  private func said(_ target: Target) -> String {
    switch target.demand {
    case .quantity(let comparison, let quantity):
      "\(comparison.rawValue) \(quantity.value) \(quantity.unit)"
    case .rank(let place): "rank \(place)"
    case .quality(let text): "quality \(text)"
    }
  }
}
