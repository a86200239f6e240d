import Definitions
import Figures
import Testing

@testable import Reconcile

@Suite("Rules")
struct RuleTests {
  @Test("an offending row becomes a sentence with its place")
  func finding() throws {
    let rule = try checks(
      """
      rules:
        - id: over
          title: 实有不超过编制
          severity: warning
          sql: SELECT 1
          column: 人数
          found: actual
          expected: authorized
          message: "{kind}：编制 {authorized} 人，实有 {actual} 人，经费 {money:元} 元（{money:万元} 万元）"
          remedy: 核对{kind}的人数
      """
    ).rules[0]
    let finding = rule.finding(
      for: row([
        "kind": .text("全部补助"), "authorized": .integer(0), "actual": .integer(14),
        "money": .integer(123_456_700), "_file": .integer(1), "_row": .integer(9),
      ]),
      context([:]))
    #expect(finding.location == SourceLocation(file: "2025/staff.csv", row: 9, column: "人数"))
    #expect(finding.facts.message == "全部补助：编制 0 人，实有 14 人，经费 1,234,567.00 元（123.4567 万元）")
    #expect(finding.facts.remedy == "核对全部补助的人数")
    #expect(finding.facts.found == "14" && finding.facts.expected == "0")
    #expect(finding.severity == .warning && finding.code == "over")
  }

  @Test(arguments: [
    ("an open brace", "{kind", "checks.yaml:5: a brace is not closed"),
    ("an unknown unit", "{a:吨}", "checks.yaml:5: 'unit' cannot be '吨'; allowed: 元, 万元"),
  ])
  func messages(_ why: String, message: String, expected: String) throws {
    let problems = DefinitionProblems()
    let yaml = "rules:\n  - id: a\n    title: b\n    sql: SELECT 1\n    message: \"\(message)\""
    _ = Checks(try #require(DefinitionNode(yaml: yaml, file: "checks.yaml", problems: problems)))
    #expect(problems.errors.map(\.description) == [expected])
  }
}

@Suite("Balances of exact figures")
struct ExactBalanceTests {
  private let yaml = """
    balances:
      - id: income-expenditure
        title: 收入总计 = 支出总计
        by: [unit]
        total: {from: income, value: amount, title: 收入总计}
        parts: [{from: expenditure, value: amount, title: 支出总计, label: code}]
        missing: zero
    """

  private func sum(_ unit: String, _ total: Int64?) -> ResultRow {
    row([
      "unit": .text(unit), "_value0": total.map(Value.integer) ?? .null, "_n0": .integer(2),
      "_value": total.map(Value.integer) ?? .null, "_label": .text("201"), "_weight": .integer(1),
    ])
  }

  @Test(
    arguments: [
      ("equal to the fen", [("183", 755_352_400)], [("183", 755_352_400)], []),
      (
        "one fen short", [("183", 755_352_400)], [("183", 755_352_399)],
        [
          "“收入总计 = 支出总计”不成立（183）：收入总计 7,553,524.00 元，支出总计 7,553,523.99 元，相差 0.01 元。"
        ]
      ),
      (
        "a unit without expenditure", [("183", 100)], [],
        [
          "“收入总计 = 支出总计”不成立（183）：收入总计 1.00 元，支出总计 0.00 元，相差 1.00 元。"
        ]
      ),
      (
        "ten times too much", [("183", 100)], [("183", 1000)],
        [
          "“收入总计 = 支出总计”不成立（183）：收入总计 1.00 元，支出总计 10.00 元，相差 -9.00 元。"
            + "“201” 10.00 若为 1.00 即平衡：小数点可能错位。"
            + "“201” 1.00 若为 10.00 即平衡：小数点可能错位。"
        ]
      ),
    ] as [(String, [(String, Int64)], [(String, Int64)], [String])])
  func reports(_ why: String, income: [(String, Int64)], expenditure: [(String, Int64)], expected: [String])
    throws
  {
    let balance = try checks(yaml).balances[0]
    let report = try balance.check(
      context(["income": income.map { sum($0.0, $0.1) }, "expenditure": expenditure.map { sum($0.0, $0.1) }]))
    #expect(report.findings.compactMap(\.facts.message) == expected)
    #expect(report.groups == 1)
  }

  @Test("a missing side is unknown or an error when the balance says so")
  func missing() throws {
    let tables = ["income": [sum("183", 1)], "expenditure": []]
    let unknown = try checks(yaml.replacing("missing: zero", with: "missing: unknown")).balances[0]
    #expect(try unknown.check(context(tables)).findings.isEmpty)
    let error = try checks(yaml.replacing("missing: zero", with: "missing: error")).balances[0]
    #expect(
      try error.check(context(tables)).findings.map(\.facts.message) == [
        "“收入总计 = 支出总计”无法核对（183）：缺少支出总计"
      ])
  }
}

@Suite("Balances of printed figures")
struct PrintedBalanceTests {
  private let yaml = """
    balances:
      - id: printed
        title: 分项之和等于合计
        severity: warning
        unit: 万元
        by: [item]
        total: {from: totals, value: value, decimals: decimals, scale: 2, label: name}
        parts: [{from: parts, value: value, decimals: 2, scale: 2, label: name, weight: weight}]
        claim: claim
    """

  private func printed(_ name: String, _ value: Int64, claim: String = "") -> ResultRow {
    row([
      "item": .text("t"), "_value": .integer(value), "_label": .text(name), "_weight": .integer(1),
      "_decimals": .integer(2), "_claim": .text(claim),
    ])
  }

  @Test("9.18 + 2.79 against 11.98 goes to the rounding ledger")
  func residual() throws {
    let report = try checks(yaml).balances[0].check(
      context(["totals": [printed("医疗", 1198)], "parts": [printed("a", 918), printed("b", 279)]]))
    #expect(report.findings.isEmpty)
    let residual = try #require(report.residuals.first)
    #expect(residual.total == "11.98" && residual.parts.map(\.printed) == ["9.18", "2.79"])
    #expect(residual.residual == Fixed(units: 1, decimals: 2))
    #expect(residual.slackUsed == Fixed(units: 1, decimals: 2))
    #expect(residual.slackAllowed == Fixed(units: 15, decimals: 3))
  }

  @Test("229.08 − 215.47 + 3.09 + 1.67 against 13.01 is broken, and the class that was left out is named")
  func explained() throws {
    let parts = [("301", 22908), ("302", -21547), ("303", 309), ("310", 167)].map {
      printed($0.0, $0.1, claim: "expenditure[economic=\($0.0)].change")
    }
    let report = try checks(yaml).balances[0].check(
      context(
        ["totals": [printed("总额", 1301, claim: "expenditure.change")], "parts": parts],
        unnamed: [("399 其他支出", Fixed(units: -5_360_000, decimals: 2))]))
    #expect(
      report.findings.map(\.facts.message) == [
        "“分项之和等于合计”不成立（t）：totals 总额 13.01 万元，parts 301 229.08 − 302 215.47 + 303 3.09 "
          + "+ 310 1.67 = 18.37 万元，相差 -5.36 万元。没有印出的部分：399 其他支出 -5.36 万元。"
      ])
  }

  @Test("digits beyond the decimals are an error of their own")
  func digits() throws {
    let yaml = yaml.replacing("scale: 2, label: name}\n", with: "scale: 3, label: name}\n")
    let report = try checks(yaml).balances[0].check(
      context(["totals": [printed("医疗", 11981)], "parts": [printed("a", 918), printed("b", 279)]]))
    #expect(report.findings.map(\.severity) == [.error])
    #expect(
      report.findings.map(\.facts.message) == ["“医疗”印出 11.981，小数位数超过所注的 2 位，无法核对“分项之和等于合计”"])
  }
}
