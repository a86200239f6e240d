import Definitions
import Figures
import Testing

@testable import Reconcile

/// Shares and growth that a document prints, held against the figures that it prints.
@Suite("Ratios of printed figures")
struct RatioTests {
  private static let side =
    "from: printed, value: value, scale: 2, decimals: decimals, unit: unit, label: item, column: 印出值"

  /// The rows are `ratio, role, value in hundredths, decimals, unit, item, direction`.
  private func report(_ keys: String, _ rows: [String], missing: String = "unknown") throws -> BalanceReport {
    let sides = keys.split(separator: " ").map {
      "    \($0): {\(Self.side), where: \"role = '\($0)'\", title: \($0)}"
    }
    return try TableFixture([
      "printed": (["ratio,role,value,decimals,unit,item,direction"] + rows).joined(separator: "\n")
    ]).report(
      """
      ratios:
        - id: printed-ratio
          title: 比率
          severity: warning
          by: [ratio]
          missing: \(missing)
          direction: direction
      \(sides.joined(separator: "\n"))
      """)
  }

  @Test(
    arguments: [
      (
        "a growth with its direction",
        ["a,percent,6777,2,%,增长率,下降", "a,now,830,2,万元,本年,", "a,before,2575,2,万元,上年,"], nil
      ),
      (
        "the wrong direction", ["a,percent,6777,2,%,增长率,增长", "a,now,830,2,万元,本年,", "a,before,2575,2,万元,上年,"],
        "1.csv 2: “比率”不成立（a）：增长率 印出 67.77 %，按印出的 (本年 8.30 − 上年 25.75) ÷ 上年 25.75 应为 -67.77 %"
          + "（取整之内为 -67.7927 % 至 -67.7413 %）。增减方向相反就对得上：方向可能写反"
      ),
      (
        "cut off", ["a,percent,9967,2,%,增长率,下降", "a,now,8300,0,元,本年,", "a,before,2575000,0,元,上年,"],
        "1.csv 2: “比率”不成立（a）：增长率 印出 -99.67 %，按印出的 (本年 83 − 上年 25750) ÷ 上年 25750 应为 -99.68 %"
          + "（取整之内为 -99.6796 % 至 -99.6757 %）。疑似截尾：小数直接舍去了，没有四舍五入"
      ),
      (
        "units are converted",
        ["a,percent,6777,2,%,增长率,下降", "a,now,8300000,2,元,本年,", "a,before,2575,2,万元,上年,"], nil
      ),
      ("no change", ["a,percent,0,2,%,增长率,持平", "a,now,830,2,万元,本年,", "a,before,830,2,万元,上年,"], nil),
      (
        "no word for a direction", ["a,percent,0,2,%,增长率,飞涨", "a,now,830,2,万元,本年,", "a,before,830,2,万元,上年,"],
        "1.csv 2: “比率”无法核对（a）：“飞涨”不是增长、下降或持平"
      ),
      (
        "from zero", ["a,percent,10000,2,%,增长率,", "a,now,830,2,万元,本年,", "a,before,0,2,万元,上年,"],
        "1.csv 2: “比率”不成立（a）：增长率 印出 100.00 %，按印出的 (本年 8.30 − 上年 0.00) ÷ 上年 0.00，基数不大于零，没有增长率"
      ),
      ("without a base", ["a,percent,10000,2,%,增长率,", "a,now,830,2,万元,本年,"], nil),
      ("with an empty cell", ["a,percent,10000,2,%,增长率,", "a,now,830,2,万元,本年,", "a,before,,2,万元,上年,"], nil),
      (
        "two bases", ["a,percent,0,2,%,增长率,", "a,now,8,2,元,本年,", "a,before,8,2,元,上年,", "a,before,8,2,元,上年,"],
        "1.csv 5: “比率”无法核对（a）：有 2 行：2025/1.csv 第 4 行“上年”、2025/1.csv 第 5 行“上年”"
      ),
      (
        "more digits than it says", ["a,percent,6777,1,%,增长率,", "a,now,8,2,元,本年,", "a,before,8,2,元,上年,"],
        "1.csv 2: “比率”无法核对（a）：“增长率”印出 67.77，小数位数超过所注的位数"
      ),
    ] as [(String, [String], String?)])
  func growth(_ why: String, rows: [String], expected: String?) throws {
    #expect(try report("percent now before", rows).said == (expected.map { [$0] } ?? []))
  }

  @Test("a share, with the line in the rounding ledger")
  func share() throws {
    let rows = ["a,percent,3200,1,%,占比,", "a,part,280,1,万元,部分,", "a,whole,860,1,万元,总数,"]
    let report = try report("percent part whole", rows)
    #expect(report.said.isEmpty)
    let residual = try #require(report.residuals.first)
    #expect(residual.rule == "printed-ratio" && residual.group == "a" && residual.label == "占比")
    #expect(residual.total == "32.0" && residual.formula == "2.8 ÷ 8.6")
    #expect(residual.residual == Fixed(units: -558, decimals: 3))
    #expect(residual.slackAllowed == Fixed(units: 816, decimals: 3))
  }

  @Test("people are counted: 3 of 8 is 37.5 %, and nothing else")
  func counts() throws {
    let rows = ["a,percent,3760,1,%,占比,", "a,part,300,0,人,女职工,", "a,whole,800,0,人,职工,"]
    #expect(
      try report("percent part whole", rows).said == [
        "1.csv 2: “比率”不成立（a）：占比 印出 37.6 %，按印出的 女职工 3 ÷ 职工 8 应为 37.5 %（取整之内为 37.5 % 至 37.5 %）"
      ])
  }

  @Test("a growth by its change, where the year before is not printed")
  func change() throws {
    let rows = ["a,percent,21024,2,%,增长率,增长", "a,change,1745,2,万元,增加额,", "a,now,2575,2,万元,本年,"]
    #expect(try report("percent change now", rows).said.isEmpty)
  }

  @Test("what is missing is an error where the ratio says so, at the row of the empty cell")
  func missing() throws {
    let rows = ["a,percent,1,2,%,增长率,", "a,now,830,2,万元,本年,", "a,before,,2,万元,上年,", "b,percent,1,2,%,增长率,"]
    #expect(
      try report("percent now before", rows, missing: "error").said == [
        "1.csv 4: “比率”无法核对（a）：缺少before的数", "1.csv 5: “比率”无法核对（b）：缺少now、before的数",
      ])
  }

  @Test(arguments: [
    (
      "only one side", "part: {from: t, value: v}",
      "needs part and whole, or now and before, or now and change"
    ),
    (
      "zero is no answer", "part: {from: t, value: v}, whole: {from: t, value: v}, missing: zero",
      "'missing' cannot be 'zero'; allowed: unknown, error"
    ),
  ])
  func refuses(_ why: String, keys: String, expected: String) throws {
    let problems = DefinitionProblems()
    let yaml = "ratios:\n  - {id: a, title: b, percent: {from: t, value: v}, \(keys)}"
    _ = Checks(try #require(DefinitionNode(yaml: yaml, file: "checks.yaml", problems: problems)))
    #expect(problems.errors.map(\.description) == ["checks.yaml:2: \(expected)"])
  }
}
