import Testing

@testable import Reconcile

/// What a finding about printed figures says of its parts: as one adds them up on paper, each with its file and row.
@Suite("Parts in messages")
struct PartsInMessagesTests {
  @Test(arguments: [
    (
      "zeros as printed", ["甲,1050,1", "乙,200,1"],
      "分项 甲（2025/2.csv 第 2 行）10.50 + 乙（第 3 行）2.00 = 12.5 万元"
    ),
    (
      "a part that is subtracted", ["甲,5000,1", "乙,850,-1"],
      "分项 甲（2025/2.csv 第 2 行）50.00 − 乙（第 3 行）8.50 = 41.5 万元"
    ),
    ("a negative part", ["甲,5000,1", "乙,-850,1"], "分项 甲（2025/2.csv 第 2 行）50.00 − 乙（第 3 行）8.50 = 41.5 万元"),
    (
      "weights other than ±1", ["甲,5000,2", "乙,850,-3"],
      "分项 甲（2025/2.csv 第 2 行）2 × 50.00 − 乙（第 3 行）3 × 8.50 = 74.5 万元"
    ),
  ])
  func parts(_ why: String, parts: [String], expected: String) throws {
    let report = try TableFixture([
      "totals": "name,amount\n合计,777777",
      "parts": (["name,amount,weight"] + parts).joined(separator: "\n"),
    ]).report(
      """
      balances:
        - id: sum
          title: 合计 = 分项
          unit: 万元
          by: []
          total: {from: totals, value: amount, label: name, title: 合计, decimals: 2}
          parts: [{from: parts, value: amount, weight: weight, label: name, title: 分项, decimals: 2}]
      """)
    #expect(report.said.count == 1)
    #expect(report.said.first?.contains(expected) == true, "\(report.said)")
  }
}
