import Foundation
import Testing

/// Tried as a new user would: ten mistakes give ten findings in one run; corrected one by one, the last run publishes.
@Suite("Reserved procurement: ten mistakes")
struct SMEReserveMistakesTests {
  /// What is corrected, and the words of the finding that goes away.
  struct Correction: Sendable {
    var edits: [Edit]
    var finding: String

    init(_ finding: String, _ edits: Edit...) { (self.edits, self.finding) = (edits, finding) }
  }

  private static let contracts = SMEReserve.contracts

  private static let corrections = [
    Correction(
      "合同 HT20240004 的链接",
      .cell(contracts, row: 5, "合同链接", "http://www.zfcg.sh.gov.cn/example/2024/0004.html")),
    Correction("合同 HT20240007 面向中小企业采购", .cell(contracts, row: 8, "面向中小企业采购金额(元)", "258333.33")),
    Correction(
      "示例华晟信息集团有限公司是大型企业", .cell(contracts, row: 11, "预留选项", "要求以联合体形式参加"),
      .cell(contracts, row: 11, "预留比例(%)", "40"), .cell(contracts, row: 11, "面向中小企业采购金额(元)", "1000000.00")),
    Correction("在 2023-12-02 公告", .cell(contracts, row: 14, "合同公告日期", "2024-12-02")),
    Correction("填作小型", .cell(contracts, row: 15, "企业规模", "中型")),
    Correction("合同 HT20240016 与第 3 行", .rows(contracts, "without the last row") { $0.dropLast() }),
    Correction("找不到文件", .cell("2024/attachments.csv", row: 2, "文件", "情况说明.txt")),
    Correction("900020", .cell(contracts, row: 7, "预算单位编码", "900002")),
    Correction("现为“0”", .cell(contracts, row: 12, "预留比例(%)", "45")),
    Correction("现为“101”", .cell(contracts, row: 13, "预留比例(%)", "50")),
  ]

  @Test("each finding names its row and says what to do")
  func tenFindings() throws {
    let sample = try Sample(pipeline: SMEReserve.pipeline, input: SMEReserve.tenMistakes)
    let outcome = try sample.run("2024")
    #expect(outcome.errors.count == 9 && outcome.warnings.count == 1)
    for correction in Self.corrections {
      let found = (outcome.errors + outcome.warnings).filter { $0.contains(correction.finding) }
      #expect(found.count == 1, "\(correction.finding)")
      #expect(found.first?.contains(/^2024\/[a-z]+\.csv 第 [0-9]+ 行/) == true)
    }
    let findings = CSVText(
      String(try OutputTree(sample.output("2024").appending(path: "latest")).text("findings.csv").dropFirst())
    )
    let remedy = try #require(findings.column("处理办法"))
    #expect(findings.rows.count == 11 && findings.rows.allSatisfy { !$0[remedy].isEmpty })
  }

  @Test("corrected one by one, a finding goes each time, none comes, and the last run publishes")
  func corrected() throws {
    let sample = try Sample(pipeline: SMEReserve.pipeline, input: SMEReserve.tenMistakes)
    for (index, correction) in Self.corrections.enumerated() {
      for edit in correction.edits { try sample.apply(edit) }
      let outcome = try sample.run("2024")
      let left = outcome.errors + outcome.warnings
      #expect(left.count == 9 - index, "\(correction.finding): \(left)")
      #expect(!left.contains { $0.contains(correction.finding) })
      #expect(outcome.isPublished == (index == 9))
    }
    #expect(try sample.current("2024").names.contains("notices/903/情况说明.txt"))
  }
}
