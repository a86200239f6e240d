import Figures
import Testing

@testable import Compute

private func hundredths(_ points: Int64) -> Fixed { Fixed(units: points * 100, decimals: 2) }

private let national = ScoringProfile(
  id: "national",
  weights: [
    "预算执行率": hundredths(10), "产出指标": hundredths(50), "效益指标": hundredths(30), "满意度指标": hundredths(10),
  ],
  levels: [
    .init("达成", hundredths(80), hundredths(100)), .init("部分达成", hundredths(60), hundredths(80)),
    .init("未达成", hundredths(0), hundredths(60)),
  ],
  grades: [
    .init("优", hundredths(90), hundredths(100)), .init("良", hundredths(80), hundredths(90)),
    .init("中", hundredths(60), hundredths(80)), .init("差", hundredths(0), hundredths(60)),
  ], threshold: hundredths(30))

/// An indicator as the model gives it.
private struct Indicator {
  var profile = "national"
  var group = "产出指标"
  var name: String
  var target: String
  var actual: String? = nil
  var level: String? = nil
  var entered: Int64? = nil
  var weight: Int64? = nil
  var months: Int64? = nil

  func row() throws -> ResultRow {
    let ends = try Target.read(target).get().comparisons
    let number = try actual.map { try Quantity.read($0).get() }
    func stored(_ quantity: Quantity?) throws -> Value {
      guard let quantity else { return .null }
      return .integer(try #require(try quantity.stored()))
    }
    func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }
    func whole(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }
    let values: [Value] = [
      .text("183"), .text(profile), .text(name), .integer(profile == "national" ? 1 : 0), .text(group),
      text(ends.count > 1 ? "至" : ends.first?.0.rawValue), try stored(ends.first?.1),
      text(ends.first?.1.unit),
      ends.count > 1 ? try stored(ends[1].1) : .null, try stored(number),
      text(number?.unit), text(level), whole(entered), whole(weight), whole(months), .integer(12),
      .integer(2025),
    ]
    return ResultRow(columns: IndicatorRow.columns, values: values)
  }
}

private func table(_ indicators: [Indicator], _ profiles: [ScoringProfile] = [national]) throws -> [ResultRow]
{
  let rows = try indicators.map { try $0.row() }
  let profiles = Dictionary(uniqueKeysWithValues: profiles.map { ($0.id, $0) })
  return try ScoreTable(rows, profiles).rows.map {
    ResultRow(columns: ScoreTable.neededColumns + ScoreTable.addedColumns, values: $0)
  }
}

/// `points score state deviation`.
private func line(_ row: ResultRow) -> String {
  [
    row.hundredths("points")?.description, row.hundredths("score")?.description, row.text("state"),
    row.text("deviation"),
  ].map { $0 ?? "–" }.joined(separator: " ")
}

@Suite("Tables of scores")
struct ScoreTableTests {
  @Test(
    "one indicator, its score or why there is none",
    arguments: [
      (Indicator(name: "a", target: "≥500件", actual: "475件"), "50.00 47.50 已评分 未完成"),
      (
        Indicator(name: "a number without unit is in the target's", target: "≥500件", actual: "500"),
        "50.00 50.00 已评分 –"
      ),
      (Indicator(name: "but a percentage says so", target: "≥95%", actual: "96"), "50.00 – 单位不符 –"),
      (Indicator(name: "and so does money", target: "≤172.12万元", actual: "172"), "50.00 – 单位不符 –"),
      (Indicator(name: "and time", target: "≤48小时", actual: "36"), "50.00 – 单位不符 –"),
      (Indicator(name: "万元 and 元", target: "≤172.12万元", actual: "1721200元"), "50.00 50.00 已评分 –"),
      (Indicator(name: "小时 and 天", target: "≤48小时", actual: "2天"), "50.00 50.00 已评分 –"),
      (Indicator(name: "件 and 家", target: "≥500件", actual: "500家"), "50.00 – 单位不符 –"),
      (Indicator(name: "a rank", target: "前十位", actual: "7名"), "50.00 50.00 已评分 –"),
      (Indicator(name: "万件 says so too", target: "≥1万件", actual: "10000"), "50.00 – 单位不符 –"),
      (Indicator(name: "第三名", target: "第三名", actual: "第2名"), "50.00 50.00 已评分 –"),
      (Indicator(name: "㎡ is m2", target: "≥800㎡", actual: "800m2"), "50.00 50.00 已评分 –"),
      (Indicator(name: "inside a range", target: "90%-95%", actual: "92%"), "50.00 50.00 已评分 –"),
      (Indicator(name: "at its ends", target: "90%-95%", actual: "95%"), "50.00 50.00 已评分 –"),
      (Indicator(name: "below a range", target: "90%-95%", actual: "81%"), "50.00 45.00 已评分 未完成"),
      (Indicator(name: "above a range", target: "90%-95%", actual: "95.95%"), "50.00 49.50 已评分 未完成"),
      (
        Indicator(name: "in a wide range nothing is far", target: "10-100件", actual: "90件"),
        "50.00 50.00 已评分 –"
      ),
      (Indicator(name: "another unit than a range's", target: "5-10天", actual: "7件"), "50.00 – 单位不符 –"),
      (Indicator(name: "hours in a range of days", target: "5-10天", actual: "150小时"), "50.00 50.00 已评分 –"),
      (Indicator(name: "in time", target: "6月30日前", actual: "6月30日"), "50.00 50.00 已评分 –"),
      (Indicator(name: "late", target: "6月30日前", actual: "7月1日"), "50.00 0.00 已评分 未完成"),
      (Indicator(name: "with its year", target: "6月30日前", actual: "2025年6月29日"), "50.00 50.00 已评分 –"),
      (Indicator(name: "a year late", target: "12月31日前", actual: "2026年1月5日"), "50.00 0.00 已评分 未完成"),
      (Indicator(name: "a day is no number", target: "6月30日前", actual: "630"), "50.00 – 单位不符 –"),
      (Indicator(name: "no data, no score", target: "≥500件"), "50.00 – 无数据 –"),
      (Indicator(name: "far above", target: "≥500件", actual: "651件"), "50.00 50.00 已评分 远超目标"),
      (Indicator(name: "a quality", target: "实现", level: "达成", entered: 4500), "50.00 45.00 已评分 –"),
      (Indicator(name: "at its band's end", target: "实现", level: "达成", entered: 4000), "50.00 40.00 已评分 –"),
      (Indicator(name: "below its band", target: "实现", level: "达成", entered: 3999), "50.00 – 超出区间 –"),
      (Indicator(name: "above its weight", target: "实现", level: "达成", entered: 5001), "50.00 – 超出区间 –"),
      (Indicator(name: "partly", target: "及时", level: "部分达成", entered: 3500), "50.00 35.00 已评分 未完成"),
      (Indicator(name: "not rated", target: "实现", level: "达成"), "50.00 – 未评分 –"),
      (Indicator(name: "a score without a level", target: "实现", entered: 4500), "50.00 – 未评分 –"),
      (Indicator(name: "nothing", target: "实现"), "50.00 – 无数据 –"),
      (
        Indicator(group: "成本指标", name: "a group that the profile lacks", target: "≥5件", actual: "5件"),
        "– – 方案无此组 –"
      ),
    ])
  private func one(_ indicator: Indicator, expected: String) throws {
    #expect(try table([indicator]).map(line) == [expected])
  }

  @Test("weights that are missing are shared evenly, the hundredths left over go to the first ones")
  func filling() throws {
    let three = ["a", "b", "c"].map { Indicator(group: "效益指标", name: $0, target: "≥1件", actual: "1件") }
    #expect(try table(three).map { $0.hundredths("points")?.description } == ["10.00", "10.00", "10.00"])
    let given = [Indicator(name: "d", target: "≥1件", actual: "1件", weight: 3000)]
    let others = ["a", "b", "c"].map { Indicator(name: $0, target: "≥1件", actual: "1件") }
    let rows = try table(given + others)
    #expect(rows.map { $0.hundredths("points")?.description } == ["30.00", "6.67", "6.67", "6.66"])
    #expect(rows.map { $0.text("points_from") } == ["目标", "方案", "方案", "方案"])
  }

  @Test("filled weights add up to exactly what the group has", arguments: 1...40)
  func fillingAddsUp(_ count: Int) throws {
    let filled = try WeightFilling.weights(Array(repeating: nil, count: count), of: hundredths(50))
    #expect(try Fixed.sum(filled.compactMap { $0 }) == hundredths(50))
    let units = filled.compactMap { $0?.units }
    #expect((units.max() ?? 0) - (units.min() ?? 0) <= 1 && units == units.sorted(by: >))
  }

  @Test("the run rate: actual × 12 ÷ months, in the actual's unit; of what does not accumulate there is none")
  func forecast() throws {
    let rows = try table([
      Indicator(name: "a", target: "≥12000件", actual: "6250件", months: 6),
      Indicator(name: "b", target: "≥100件", actual: "10件", months: 7),
      Indicator(name: "c", target: "≤172.12万元", actual: "70.5万元", months: 5),
      Indicator(name: "d", target: "≥95%", actual: "96%"),
    ])
    #expect(rows.map { $0.text("forecast") } == ["12500件", "17件", "169.2万元", nil])
    #expect(rows.map { $0.hundredths("attained")?.description } == ["52.08", "10.00", "40.96", "101.05"])
  }

  @Test("under another profile an entered score is in proportion, and must lie in that profile's band")
  func otherProfile() throws {
    var example = national
    (example.id, example.weights["产出指标"]) = ("example", hundredths(40))
    example.levels[0].low = hundredths(85)
    func rows(_ entered: Int64) -> [Indicator] {
      ["national", "example"].map {
        Indicator(profile: $0, name: "a", target: "实现", level: "达成", entered: entered)
      }
    }
    #expect(
      try table(rows(4500), [national, example]).map(line) == ["50.00 45.00 已评分 –", "40.00 36.00 已评分 –"])
    #expect(try table(rows(4100), [national, example]).map(line) == ["50.00 41.00 已评分 –", "40.00 – 超出区间 –"])
  }
}

@Suite("Totals and grades")
struct TotalTableTests {
  private func totals(
    _ indicators: [Indicator], executed: Int64?, budget: Int64? = 10000, _ profile: ScoringProfile = national
  ) throws -> String {
    func whole(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }
    let subject = ResultRow(
      columns: TotalTable.neededColumns,
      values: [.text("183"), .text("national"), whole(budget), whole(executed)])
    let values = try TotalTable([subject], scores: try table(indicators, [profile]), ["national": profile])
      .rows[0]
    let row = ResultRow(columns: TotalTable.neededColumns + TotalTable.addedColumns, values: values)
    let numbers = ["execution_score", "indicator_score", "total"].map {
      row.hundredths($0)?.description ?? "–"
    }
    return (numbers + ["\(row.integer("unscored") ?? -1)", row.text("grade") ?? "–"]).joined(separator: " ")
  }

  private var whole: [Indicator] {
    [
      Indicator(name: "a", target: "≥100件", actual: "95件"),
      Indicator(group: "效益指标", name: "b", target: "实现", level: "达成", entered: 2700),
      Indicator(group: "满意度指标", name: "c", target: "≥90%", actual: "90%"),
    ]
  }

  @Test("the total is execution and indicators; the grade is that of the profile")
  func total() throws {
    #expect(try totals(whole, executed: 9500) == "9.50 84.50 94.00 0 优")
    #expect(try totals(whole, executed: 0) == "0.00 84.50 84.50 0 良")
    #expect(try totals(whole, executed: 12000) == "10.00 84.50 94.50 0 优")
  }

  @Test("what lacks a score has no grade, and nothing is put in its place")
  func incomplete() throws {
    #expect(try totals(whole, executed: nil) == "– 84.50 84.50 1 –")
    var lacking = whole
    lacking[0].actual = nil
    #expect(try totals(lacking, executed: 9500) == "9.50 37.00 46.50 1 –")
  }

  @Test(
    "grades begin at 90, 80 and 60",
    arguments: [
      ("89.99", "良"), ("90", "优"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"), ("0", "差"),
    ])
  func grades(_ total: String, _ grade: String) throws {
    #expect(national.grade(of: try #require(Fixed(total))) == grade)
  }

  @Test("a profile may cap the total where too little was spent")
  func cap() throws {
    var profile = national
    profile.cap = .init(rate: hundredths(60), total: Fixed(units: 7999, decimals: 2))
    #expect(try totals(whole, executed: 5999, profile) == "6.00 84.50 79.99 0 中")
    #expect(try totals(whole, executed: 6000, profile) == "6.00 84.50 90.50 0 优")
  }
}
