import Figures
import Testing

@testable import Ingest

/// Rows that have not as many cells as the header, and rows that are none of the table's.
@Suite("Rows that are not as the header says")
struct RaggedRowTests {
  private let sample = Sample(
    """
    - {name: 编号, type: string, constraints: {required: true, pattern: '[A-Z][0-9]+'}}
    - {name: 日期, type: date, constraints: {required: true}}
    - {name: 金额, type: number, "gongshi:unit": 元, constraints: {required: true}}
    - {name: 备注, type: string}
    """, schema: "primaryKey: [编号]")
  private static let header = "编号,日期,金额,备注\n"

  @Test(arguments: [
    ("at the header alone", "编号,日期,金额,备注,,\nA1,2025-01-31,5,x\n"),
    ("at the row alone", header + "A1,2025-01-31,5,x,,,\n"),
    ("at both, not as many", "编号,日期,金额,备注,,\nA1,2025-01-31,5,x,,,,\n"),
    ("fewer than at the header", "编号,日期,金额,备注,,,\nA1,2025-01-31,5,x,\n"),
    ("under empty titles something stands", "编号,日期,金额,备注,,\nA1,2025-01-31,5,x,张三,\n"),
  ])
  func readsTrailingDelimiters(_ why: String, text: String) throws {
    let reading = try sample.read(text)
    #expect(reading.rows == ["2: A1 | 2025-01-31 | 500 | x"])
    #expect(reading.sentences == [])
  }

  /// The cell before and after a gap may be anyone's; those that stand where they must are checked.
  @Test(arguments: [
    ("a cell too few", "A1,2025-01-31,5", ["too-few-cells"]),
    ("the remark lacks, and the key is wrong", "11,2025-01-31,5", ["too-few-cells", "pattern 编号"]),
    ("the key or the date lacks", "11,5,x", ["too-few-cells"]),
    ("no telling which lacks", "A1,2025-13-31,x", ["too-few-cells"]),
    ("a comma in the amount", "A1,2025-01-31,\"5\",000.00,x", ["too-many-cells"]),
    (
      "a comma in the amount, and a wrong date", "A1,2025-02-30,60,500.00,x",
      ["too-many-cells", "type-error 日期"]
    ),
    (
      "a comma in the amount, and a wrong key", "11,2025-01-31,60,500.00,x", ["too-many-cells", "pattern 编号"]
    ),
    ("a comma in the remark", "A1,2025-01-31,5,x,y", ["too-many-cells"]),
    (
      "a comma in the remark, and a wrong amount", "A1,2025-01-31,五,x,y", ["too-many-cells", "type-error 金额"]
    ),
    ("far too many cells", "11,2025-02-30,五,x,a,b,c,d,e,f,g,h,i,j,k,l", ["too-many-cells"]),
  ])
  func checksWhatIsCertain(_ why: String, row: String, expected: [String]) throws {
    let reading = try sample.read(Self.header + row + "\nA9,2025-01-31,1,\n")
    #expect(
      reading.findings.map {
        [$0.code.rawValue, $0.location.column].compactMap { $0 }.joined(separator: " ")
      } == expected)
    #expect(reading.findings.allSatisfy { $0.location.row == 2 })
    #expect(reading.rows == ["3: A9 | 2025-01-31 | 100 | ∅"])
  }

  /// One sentence for such a row, whatever is wrong in its cells.
  @Test(arguments: [
    ("a total", "合计,,5,", ["total-row: 合计"], 0),
    ("a total with a space inside and a colon", "合 计：,,5,", ["total-row: 合 计："], 0),
    ("a total in the second column", ",小计,5,", ["total-row: 小计"], 0),
    ("the total of somebody", "示例局小计,,5,", ["total-row: 示例局小计"], 0),
    ("a total with a cell too few", "总计,,5", ["total-row: 总计"], 0),
    ("two totals, which are no duplicate", "合计,,5,\n合计,,5,", ["total-row: 合计", "total-row: 合计"], 0),
    ("who made it", "制表人：张三,,审核：李四,", ["footer-row: 制表人：张三"], 0),
    ("when it was filled in", "填表日期:2025-01-31,,,", ["footer-row: 填表日期:2025-01-31"], 0),
    ("a note of one cell", "注：本表金额以元计", ["footer-row: 注：本表金额以元计"], 0),
    ("a note with commas", "注：1,2,3,4,5,6", ["footer-row: 注：1"], 0),
    ("the header again", "编号,日期,金额,备注", ["repeated-header: 编号、日期、金额、备注"], 0),
    ("the header again, laid out otherwise", "编 号,日期,金额,", ["repeated-header: 编 号、日期、金额"], 0),
    ("a wrong row that is none of these", "合同,2025-01-31,5,", ["pattern: 合同"], 1),
    ("a note in a row of the table", "A1,2025-01-31,5,合计", [], 1),
  ])
  func saysOnce(_ why: String, rows: String, expected: [String], kept: Int) throws {
    let reading = try sample.read(Self.header + rows + "\nA9,2025-01-31,1,\n")
    #expect(reading.findings.map { "\($0.code.rawValue): \($0.facts.found ?? "")" } == expected)
    #expect(reading.findings.allSatisfy { $0.location.column == nil || $0.code == .pattern })
    #expect(reading.rows.count == 1 + kept)
  }

  @Test("a register of texts: the header again is found; a total that could be a row is asked about and kept")
  func registerOfTexts() throws {
    let sample = Sample("- {name: 项目, type: string}\n- {name: 金额, type: number, gongshi:unit: 元}")
    let reading = try sample.read("项目,金额\n项目,金额\n甲,1\n合计,1\n")
    #expect(
      reading.findings.map { "\($0.severity.rawValue) \($0.code.rawValue)" } == [
        "error repeated-header", "warning total-row",
      ])
    #expect(reading.rows == ["3: 甲 | 100", "4: 合计 | 100"])
  }

  @Test("合计 and 小计 that the column allows are data, in right rows and in wrong ones")
  func allowedTotals() throws {
    let sample = Sample(
      """
      - {name: 项目, type: string, constraints: {enum: [合计, 小计, 甲]}}
      - {name: 金额, type: number, "gongshi:unit": 元}
      """)
    let reading = try sample.read("项目,金额\n合计,3\n小计,三\n甲,1\n")
    #expect(reading.codes == ["type-error"])
    #expect(reading.rows == ["2: 合计 | 300", "3: 小计 | ∅", "4: 甲 | 100"])
  }

  @Test("thousands of them cost no more than wrong cells do", .timeLimit(.minutes(1)))
  func many() throws {
    let reading = try sample.read(
      Self.header + String(repeating: "合计,,5,\n", count: 20_000) + "A1,2025-01-31,5,x\n")
    #expect(reading.counts == [.totalRow: 20_000])
    #expect(reading.findings.count == 1000)
    #expect(reading.rows.count == 1)
  }
}
