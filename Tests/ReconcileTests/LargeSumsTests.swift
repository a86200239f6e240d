import Figures
import Testing

@testable import Reconcile

/// A sum that leaves 64 bits concerns its group alone.
@Suite("Balances whose sums are too large")
struct LargeSumsTests {
  private static let most = "9223372036854775807"
  private static let least = "-9223372036854775808"

  private func report(_ totals: String, _ parts: String, printed: Bool, weight: String = "1") throws
    -> BalanceReport
  {
    let decimals = printed ? ", decimals: 2" : ""
    return try TableFixture(["totals": "unit,name,amount\n\(totals)", "parts": "unit,name,amount\n\(parts)"])
      .report(
        """
        balances:
          - id: sum
            title: 合计 = 分项
            severity: warning
            by: [unit]
            total: {from: totals, value: amount, label: name, column: 金额\(decimals)}
            parts: [{from: parts, value: amount, label: name, column: 金额, weight: \(weight)\(decimals)}]
        """)
  }

  @Test(
    "the group is named with its largest number, and the other groups are judged",
    arguments: [
      ("parts", "101,合计,1", "101,甲,\(most)\n101,乙,\(most)", "1", "2.csv 2", "92,233,720,368,547,758.07"),
      ("the total", "101,合计,\(most)\n101,总计,5", "101,甲,1", "1", "1.csv 2", "92,233,720,368,547,758.07"),
      ("the difference", "101,合计,\(most)", "101,甲,-2", "1", "1.csv 2", "92,233,720,368,547,758.07"),
      ("below zero", "101,合计,1", "101,甲,\(least)\n101,乙,-1", "1", "2.csv 2", "-92,233,720,368,547,758.08"),
      ("a weight", "101,合计,1", "101,甲,\(most)", "10000", "2.csv 2", "92,233,720,368,547,758.07"),
    ])
  func exact(_ why: String, totals: String, parts: String, weight: String, place: String, largest: String)
    throws
  {
    let report = try report(
      totals + "\n102,合计,20\n103,合计,0", parts + "\n102,甲,1\n103,甲,0", printed: false, weight: weight)
    #expect(report.said.count == 2, "\(report.said)")
    #expect(
      report.said.first?.hasPrefix("\(place): “合计 = 分项”无法核对（101）：合计超出可以准确计算的范围，其中最大的是“") == true,
      "\(report.said)")
    #expect(report.said.first?.hasSuffix(" \(largest) 元") == true, "\(report.said)")
    #expect(report.said.last?.contains("不成立（102）") == true)
    #expect(report.findings.first?.code == .overflowSum && report.findings.first?.severity == .error)
    #expect(report.findings.first?.facts.remedy == "核对101里过大的数和它的单位，改正后重新运行")
  }

  @Test("numbers that leave 64 bits on the way only are no trouble")
  func onTheWay() throws {
    let parts = "101,甲,\(Self.most)\n101,乙,\(Self.most)\n101,丙,-\(Self.most)"
    #expect(try report("101,合计,\(Self.most)", parts, printed: false).said.isEmpty)
    #expect(try report("101,合计,\(Self.most)", parts, printed: true).said.isEmpty)
  }

  @Test(
    "so it is with printed figures",
    arguments: [
      ("parts", "101,合计,1", "101,甲,\(most)\n101,乙,\(most)", "1"),
      ("a weight", "101,合计,1", "101,甲,\(most)", "\(most)"),
      ("a weight without its sign", "101,合计,1", "101,甲,5", "\(least)"),
    ])
  func printed(_ why: String, totals: String, parts: String, weight: String) throws {
    let report = try report(totals + "\n102,合计,20", parts, printed: true, weight: weight)
    #expect(report.said.count == 2, "\(report.said)")
    #expect(report.said.first?.contains("无法核对（101）：合计超出可以准确计算的范围") == true, "\(report.said)")
    #expect(report.said.last?.contains("不成立（102）") == true, "\(report.said)")
  }
}
