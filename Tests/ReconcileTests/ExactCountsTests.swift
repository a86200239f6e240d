import Figures
import Testing

@testable import Reconcile

/// What is counted was never rounded; money without decimals was.
@Suite("Counts in balances of printed figures")
struct ExactCountsTests {
  @Test(
    arguments: [
      ("people", "8,0,人,", "3,0,人, 4,0,人,", "", false),
      ("cars", "8,0,辆,", "3,0,辆, 4,0,辆,", "", false),
      ("people that add up", "7,0,人,", "3,0,人, 4,0,人,", "", true),
      ("money in 万元 has slack", "8,0,万元,", "3,0,万元, 4,0,万元,", "", true),
      ("and so has money in 元", "8,0,元,", "3,0,元, 4,0,元,", "", true),
      ("but not without bounds", "9,0,元,", "3,0,元, 4,0,元,", "", false),
      ("tons are measured", "8,0,吨,", "3,0,吨, 4,0,吨,", "", true),
      ("万人 are rounded people", "8,0,万人,", "3,0,万人, 4,0,万人,", "", true),
      ("so are people with decimals", "81,1,人,", "30,1,人, 50,1,人,", "", true),
      ("and hundreds of them", "800,-2,人,", "300,-2,人, 400,-2,人,", "", true),
      ("a row that says it is exact", "8,0,元,1", "3,0,元,1 4,0,元,1", ", exact: exact", false),
      ("a row that says it is not", "8,0,人,0", "3,0,人,0 4,0,人,0", ", exact: exact", true),
      ("a row that says nothing goes by its unit", "8,0,人,", "3,0,人, 4,0,人,", ", exact: exact", false),
      ("a side that says it is exact", "8,0,元,", "3,0,元, 4,0,元,", ", exact: true", false),
      ("a side that says it is not", "8,0,人,", "3,0,人, 4,0,人,", ", exact: false", true),
    ])
  func slack(_ why: String, total: String, parts: String, exact: String, holds: Bool) throws {
    let header = "value,decimals,unit,exact"
    let scale = total.hasPrefix("81") ? 1 : 0
    let side = "value: value, scale: \(scale), decimals: decimals, unit: unit\(exact)"
    let report = try TableFixture([
      "totals": "\(header)\n\(total)",
      "parts": "\(header)\n\(parts.split(separator: " ").joined(separator: "\n"))",
    ]).report(
      """
      balances:
        - id: sum
          title: 合计 = 分项
          total: {from: totals, \(side)}
          parts: [{from: parts, \(side)}]
      """)
    #expect(report.findings.isEmpty == holds, "\(report.said)")
  }

  @Test("digits of a counted thing are still held against its decimals")
  func digits() throws {
    let side = "value: value, scale: 1, decimals: decimals, unit: unit, label: unit"
    let report = try TableFixture([
      "totals": "value,decimals,unit\n85,0,人", "parts": "value,decimals,unit\n85,0,人",
    ])
    .report(
      """
      balances:
        - {id: sum, title: 合计, total: {from: totals, \(side)}, parts: [{from: parts, \(side)}]}
      """)
    #expect(report.said.first == "1.csv 2: “人”印出 8.5，小数位数超过所注的 0 位，无法核对“合计”")
  }
}
