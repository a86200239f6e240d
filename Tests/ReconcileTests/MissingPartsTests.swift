import Figures
import Testing

@testable import Reconcile

/// Empty is not zero: what balances say of sides without rows, of empty cells, weights that are not given, and of two
/// totals.
@Suite("What is missing in a balance")
struct MissingPartsTests {
  /// Exact figures, and the same ones printed.
  enum Kind: String, CaseIterable { case exact, printed }

  private func report(
    _ kind: Kind, _ missing: String, totals: [String], parts: [String]
  ) throws -> BalanceReport {
    let printed = kind == .printed ? ", decimals: 2" : ""
    return try TableFixture([
      "totals": (["unit,name,amount"] + totals).joined(separator: "\n"),
      "parts": (["unit,name,amount,weight"] + parts).joined(separator: "\n"),
    ]).report(
      """
      balances:
        - id: sum
          title: 合计 = 分项
          by: [unit]
          missing: \(missing)
          total: {from: totals, value: amount, label: name, title: 合计, column: 金额\(printed)}
          parts: [{from: parts, value: amount, weight: weight, label: name, title: 分项, column: 金额\(printed)}]
      """)
  }

  /// Which of the three says that the group is broken, that it lacks something, or nothing.
  @Test(
    arguments: Kind.allCases,
    [
      ("a total without parts", ["101,合计,100"], [], "broken", "silent", "3.csv: 缺少分项"),
      ("a total of zero without parts", ["101,合计,0"], [], "silent", "silent", "3.csv: 缺少分项"),
      ("parts without a total", [], ["101,甲,100,1"], "broken", "silent", "3.csv: 缺少合计"),
      ("parts of zero without a total", [], ["101,甲,0,1"], "silent", "silent", "3.csv: 缺少合计"),
      (
        "an empty part that is zero", ["101,合计,100"], ["101,甲,100,1", "101,乙,,1"], "silent", "silent",
        "2.csv 3: “乙”的金额空着"
      ),
      (
        "an empty part that is not", ["101,合计,100"], ["101,甲,40,1", "101,乙,,1"], "broken", "silent",
        "2.csv 3: “乙”的金额空着"
      ),
      ("an empty total", ["101,合计,"], ["101,甲,100,1"], "broken", "silent", "1.csv 2: “合计”的金额空着"),
      ("only empty parts", ["101,合计,0"], ["101,甲,,1"], "silent", "silent", "2.csv 2: “甲”的金额空着"),
      (
        "a weight that is not given is 1", ["101,合计,100"], ["101,甲,60,", "101,乙,40,"], "silent", "silent", ""
      ),
      ("and not 0", ["101,合计,60"], ["101,甲,60,", "101,乙,40,"], "broken", "broken", "broken"),
      ("weights", ["101,合计,20"], ["101,甲,60,", "101,乙,40,-1"], "silent", "silent", ""),
    ] as [(String, [String], [String], String, String, String)])
  func policies(
    kind: Kind, _ given: (String, totals: [String], parts: [String], String, String, String)
  ) throws {
    for (missing, expected) in [("zero", given.3), ("unknown", given.4), ("error", given.5)] {
      let said = try report(kind, missing, totals: given.totals, parts: given.parts).said
      let comment: Comment = "\(given.0), missing: \(missing): \(said)"
      switch expected {
      case "silent", "": #expect(said.isEmpty, comment)
      case "broken": #expect(said.count == 1 && said[0].contains("“合计 = 分项”不成立（101）"), comment)
      default:
        let place = expected.replacing("3.csv", with: "totals.csv").split(separator: ": ")
        #expect(said == ["\(place[0]): “合计 = 分项”无法核对（101）：\(place[1])"], comment)
      }
    }
  }

  @Test(
    "several empty cells are each named, and groups without any are still compared", arguments: Kind.allCases)
  func several(kind: Kind) throws {
    let said = try report(
      kind, "error", totals: ["101,合计,1", "102,合计,20"], parts: ["101,甲,,1", "101,乙,,1", "102,甲,8,1"]
    ).said
    #expect(said.count == 3)
    #expect(said[0] == "2.csv 2: “合计 = 分项”无法核对（101）：“甲”的金额空着")
    #expect(said[1] == "2.csv 3: “合计 = 分项”无法核对（101）：“乙”的金额空着")
    #expect(said[2].contains("不成立（102）"))
  }

  @Test(
    "two printed totals of one group are a finding that names both rows",
    arguments: ["zero", "unknown", "error"])
  func twoTotals(missing: String) throws {
    let report = try report(
      .printed, missing, totals: ["101,合计,100", "102,合计,5", "101,总计,100"],
      parts: ["101,甲,100,1", "102,甲,5,1"])
    #expect(
      report.said == [
        "1.csv 4: “合计 = 分项”无法核对（101）：有 2 个合计：2025/1.csv 第 2 行“合计” 1.00、2025/1.csv 第 4 行“总计” 1.00"
      ])
  }
}
