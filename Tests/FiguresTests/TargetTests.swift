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

  @Test(
    "words say what signs say",
    arguments: [
      ("500件以上", "≥ 500 件"), ("500件及以上", "≥ 500 件"), ("90%（含）以上", "≥ 90 %"), ("48小时内", "≤ 48 小时"),
      ("48小时以内", "≤ 48 小时"), ("5%之内", "≤ 5 %"), ("3次以下", "≤ 3 次"), ("不低于95%", "≥ 95 %"),
      ("不少于500家", "≥ 500 家"), ("至少 3 次", "≥ 3 次"), ("不超过 172.12 万元", "≤ 172.12 万元"),
      ("不高于5%", "≤ 5 %"), ("最多3天", "≤ 3 天"), ("超过500件", "> 500 件"), ("低于3%", "< 3 %"),
      ("达到95%", "≥ 95 %"), ("达95%以上", "≥ 95 %"), ("≥95%以上", "≥ 95 %"), ("控制在5%以内", "≤ 5 %"),
      ("控制在5%", "≤ 5 %"), ("100%完成", "= 100 %"), ("完成100%", "= 100 %"), ("100%达标", "= 100 %"),
      ("≥95%覆盖", "≥ 95 %"), ("500件完成", "= 500 件"), ("第三名", "rank 3"), ("第3名", "rank 3"), ("第１０位", "rank 10"),
      ("前三名以内", "rank 3"), ("达到前五名", "rank 5"),
    ])
  func readsWords(text: String, expected: String) throws {
    #expect(said(try Target.read(text).get()) == expected)
  }

  @Test(
    "units of measures, in one spelling",
    arguments: [
      ("≥800㎡", "≥ 800 m²"), ("≥800m2", "≥ 800 m²"), ("≥800m²", "≥ 800 m²"), ("≥800ｍ２", "≥ 800 m²"),
      ("≥5㎥", "≥ 5 m³"), ("≥12㎞", "≥ 12 km"), ("≤3㎏", "≤ 3 kg"), ("≤3㎎", "≤ 3 mg"), ("≤3㎝", "≤ 3 cm"),
      ("≤120元/㎡", "≤ 120 元/m²"), ("≤35μg/m3", "≤ 35 μg/m³"), ("≤35µg/m³", "≤ 35 μg/m³"),
      ("≤35㎍/㎥", "≤ 35 μg/m³"),
      ("≤500吨CO2", "≤ 500 吨CO2"), ("≤500吨CO₂", "≤ 500 吨CO2"), ("≥20件（套）", "≥ 20 件（套）"),
      ("≥20件(套)", "≥ 20 件（套）"), ("≥300人(次)", "≥ 300 人（次）"), ("≥300人（人次）", "≥ 300 人（人次）"),
      ("≥3次/年", "≥ 3 次/年"), ("≤26℃", "≤ 26 ℃"), ("≥5%/年", "≥ 5 %/年"),
    ])
  func readsUnits(text: String, expected: String) throws {
    #expect(said(try Target.read(text).get()) == expected)
  }

  @Test(
    "ranges: both ends in one unit, which may stand once",
    arguments: [
      ("90%-95%", "90 to 95 %"), ("90%—95%", "90 to 95 %"), ("90%——95%", "90 to 95 %"),
      ("90%～95%", "90 to 95 %"),
      ("90%–95%", "90 to 95 %"), ("90%至95%", "90 to 95 %"), ("90% 到 95%", "90 to 95 %"),
      ("90-95%", "90 to 95 %"),
      ("５－１０", "5 to 10 "), ("5至10天", "5 to 10 天"), ("-5%--3%", "-5 to -3 %"),
      ("1,000-1,200件", "1000 to 1200 件"),
      ("100.5-200万元", "100.5 to 200 万元"), ("80㎡-100㎡", "80 to 100 m²"), ("控制在90%-95%之间", "90 to 95 %"),
    ])
  func readsRanges(text: String, expected: String) throws {
    #expect(said(try Target.read(text).get()) == expected)
  }

  @Test(
    "days, which are that one or an earlier",
    arguments: [
      ("12月31日前", "by 12月31日"), ("12月31日以前", "by 12月31日"), ("12 月 31 日之前", "by 12月31日"),
      ("12月31日前完成", "by 12月31日"), ("2025年6月30日前", "by 2025年6月30日"), ("６月３０日", "by 6月30日"),
      ("≤6月30日", "by 6月30日"), ("不迟于6月30日", "by 6月30日"), ("12月底前", "by 12月31日"), ("9月底前", "by 9月30日"),
      ("2025年2月底前", "by 2025年2月28日"), ("年底前", "by 12月31日"), ("2025年底前完成", "by 2025年12月31日"),
      ("2025-12-31前", "by 2025年12月31日"), ("2025/6/30", "by 2025年6月30日"), ("2025.6.30前", "by 2025年6月30日"),
    ])
  func readsDays(text: String, expected: String) throws {
    #expect(said(try Target.read(text).get()) == expected)
  }

  @Test(arguments: [
    "90%-95%", "12月31日前完成", "不低于95%", "第三名", "≥800㎡", "100%完成", "≥500 件", "≤323.8344 万元", "=100%", "100%",
    "前十位", "＞５", "及时",
  ])
  func printsAsEntered(text: String) throws {
    #expect(try Target.read("  \(text) ").get().description == text)
  }

  @Test(arguments: [
    ("", TargetProblem.empty), (" ", .empty), ("—", .empty), ("≥", .missingNumber), (">= ", .missingNumber),
    ("≥五百件", .number(.notANumber)), ("≥12..3", .number(.notANumber)), ("≥12.", .number(.notANumber)),
    ("≥及时", .number(.notANumber)), ("≥1e5", .number(.scientificNotation)), ("≥1,23", .number(.grouping)),
    ("≥99999999999999999999", .number(.overflow)), ("≤0.0000001万元", .number(.tooManyDecimals(allowed: 6))),
    ("≤12.345元", .number(.tooManyDecimals(allowed: 2))),
    ("≤500件以上", .unclear), ("不低于3天以内", .unclear), ("500件左右", .unclear), ("12月前", .unclear),
    ("10至5", .unclear), ("90%-95", .unclear), ("5天-1万元", .unclear), ("≥90%-95%", .unclear),
    ("13月1日前", .unclear), ("2月30日前", .unclear), ("2025年2月29日前", .unclear), ("≥6月30日", .unclear),
    ("6月30日后", .unclear), ("≥5日期", .unclear), ("≥5件（套", .unclear), ("≥5件（含附件在内）", .unclear),
    ("≥95%的单位", .unclear), ("≥5件3", .unclear), ("约100件", .unclear), ("前30%", .unclear), ("前0名", .unclear),
    ("2025年12月", .unclear),
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

  private func said(_ target: Target) -> String {
    switch target.demand {
    case .quantity(let comparison, let quantity):
      "\(comparison.rawValue) \(quantity.value) \(quantity.unit)"
    case .range(let low, let high): "\(low.value) to \(high.value) \(low.unit)"
    case .due(let day): "by \(day)"
    case .rank(let place): "rank \(place)"
    case .quality(let text): "quality \(text)"
    }
  }
}
