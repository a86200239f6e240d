import Figures
import Testing

@testable import Ingest

@Suite("The header against the schema")
struct HeaderTests {
  private let sample = Sample(
    """
    - {name: 单位编码, type: string, "gongshi:column": unit, "gongshi:aliases": [预算单位代码]}
    - {name: 金额(元), type: number, "gongshi:unit": 元, "gongshi:column": amount}
    """)

  @Test(arguments: [
    ("as declared", "单位编码,金额(元)\nA,1\n", ["2: A | 100"]),
    ("in another order", "金额(元),单位编码\n1,A\n", ["2: A | 100"]),
    ("with full-width brackets and spaces", " 单位 编码 ,金额（元）\nA,1\n", ["2: A | 100"]),
    ("without the unit", "单位编码,金额\nA,1\n", ["2: A | 100"]),
    ("by an alias", "预算单位代码,金额(元)\nA,1\n", ["2: A | 100"]),
    ("with a column between that the schema does not know", "单位编码,备注,金额(元)\nA,x,1\n", ["2: A | 100"]),
    ("in quotes, with a line end inside", "\"单位\n编码\",金额(元)\nA,1\n", ["2: A | 100"]),
    ("after blank lines, which count", "\n\n单位编码,金额(元)\nA,1\n", ["4: A | 100"]),
  ])
  func finds(_ why: String, text: String, rows: [String]) throws {
    let reading = try sample.read(text)
    #expect(reading.rows == rows)
    #expect(reading.sentences == [])
  }

  /// What is missing, or there twice, is empty; the other columns are read.
  @Test(arguments: [
    (
      "a missing column, with the nearest header", "单位编号,金额(元)\nA,1\n", ["2: ∅ | 100"],
      ["sample.csv, row 1: column '单位编码' is missing; the nearest header is '单位编号'"]
    ),
    (
      "a missing column with nothing near it", "部门,金额(元)\nA,1\n", ["2: ∅ | 100"],
      ["sample.csv, row 1: column '单位编码' is missing"]
    ),
    (
      "the cells of the others are checked", "部门,金额(元)\nA,十二\n", ["2: ∅ | ∅"],
      [
        "sample.csv, row 1: column '单位编码' is missing",
        "sample.csv, row 2, column '金额(元)': '金额(元)' must be an amount (元, at most 2 decimals), but is '十二'",
      ]
    ),
    (
      "a line of title above the header", "示例局2025年收入表,\n单位编码,金额(元)\nA,1\n", [],
      ["sample.csv, row 1: the first row is no header; it has none of the columns: 示例局2025年收入表"]
    ),
    (
      "tabs instead of commas", "单位编码\t金额(元)\nA\t1\n", [],
      ["sample.csv, row 1: the header is not parted into columns: 单位编码\t金额(元)"]
    ),
    (
      "an amount of another currency is not the column", "单位编码,金额(美元)\nA,1\n", ["2: A | ∅"],
      ["sample.csv, row 1: column '金额(元)' is missing; the nearest header is '金额(美元)'; its unit is 元"]
    ),
    (
      "a duplicate column, of which neither is taken", "单位编码,金额(元),金额（元）\nA,1,2\n", ["2: A | ∅"],
      ["sample.csv, row 1: column '金额(元)' stands there 2 times: 金额(元)、金额（元）"]
    ),
    (
      "all mistakes at once; with no column left, no rows are read", "金额(元),金额(元)\n十二,13\n", [],
      [
        "sample.csv, row 1: column '单位编码' is missing",
        "sample.csv, row 1: column '金额(元)' stands there 2 times: 金额(元)、金额(元)",
      ]
    ),
  ])
  func reports(_ why: String, text: String, rows: [String], expected: [String]) throws {
    let reading = try sample.read(text)
    #expect(reading.sentences == expected)
    #expect(reading.rows == rows)
  }

  @Test("columns that are missing, or there twice, are named to whoever reads the rows")
  func lacking() throws {
    #expect(try sample.read("单位编号,金额\nA,1\n").summary.lacking == ["unit"])
    #expect(try sample.read("单位编码,金额,金额(元)\nA,1,2\n").summary.lacking == ["amount"])
    #expect(try sample.read("单位编码,金额\nA,1\n").summary.lacking == [])
  }

  /// Amounts are fen, whatever the header says that they are written in; nothing is rounded.
  @Test(arguments: [
    ("万元 for 元", "金额（万元）", "1.2345", "1234500", []),
    ("with width and spaces", "金 额(万元)", "1.2345", "1234500", []),
    ("亿元 for 元", "金额（亿元）", "0.00012345", "1234500", []),
    ("the last decimal that makes a fen", "金额（万元）", "0.000001", "1", []),
    ("a cell that names its own unit", "金额（万元）", "8000元", "800000", []),
    (
      "a decimal more than a fen has", "金额（万元）", "1.2345678", "∅",
      ["'金额（万元）' must be an amount (万元, at most 6 decimals); '1.2345678' has too many decimals"]
    ),
    (
      "no amount", "金额（万元）", "十二", "∅",
      ["'金额（万元）' must be an amount (万元, at most 6 decimals), but is '十二'"]
    ),
  ])
  func converts(_ why: String, title: String, cell: String, fen: String, expected: [String]) throws {
    let reading = try sample.read("单位编码,\(title)\nA,\(cell)\n")
    #expect(reading.rows == ["2: A | \(fen)"])
    #expect(reading.findings.map { Wording.message($0, .english) } == expected)
  }

  @Test("a column in 万元 under a header in 元 keeps its own decimals: 100.00 元 are 0.01 万元, 1 元 is finer")
  func convertsFiner() throws {
    let sample = Sample("- {name: 金额, type: number, gongshi:unit: 万元, gongshi:decimals: 2}")
    let reading = try sample.read("金额（元）\n12300\n12301\n")
    #expect(reading.rows == ["2: 1230000", "3: ∅"])
    #expect(reading.codes == ["too-many-decimals"])
  }

  @Test("where a header has the schema's own unit, one of another unit is a further column")
  func prefersOwnUnit() throws {
    let reading = try sample.read("金额（万元）,单位编码,金额（元）\n9,A,1\n")
    #expect(reading.rows == ["2: A | 100"])
    #expect(reading.sentences == [])
  }

  /// A header that nobody reads, and a column that nobody finds: a warning where the column may be missing.
  @Test(arguments: [
    (
      "it holds the column's name", "编码,改进措施及建议\nA,无\n",
      ["warning: 表头“改进措施及建议”没有用上，它与“改进措施”列相近；“改进措施”列可以没有，现在按空处理"],
      "如果不是这一列，不用改；如果“改进措施及建议”就是它，请把表头改为“改进措施”"
    ),
    (
      "it is misspelt", "编码,改进错施\nA,无\n",
      ["warning: 表头“改进错施”没有用上，它与“改进措施”列相近；“改进措施”列可以没有，现在按空处理"],
      "如果不是这一列，不用改；如果“改进错施”就是它，请把表头改为“改进措施”"
    ),
    ("it is something else", "编码,经办人\nA,张三\n", [], nil),
    ("the column is there too", "编码,改进措施,改进措施及建议\nA,无,无\n", [], nil),
  ])
  func warns(_ why: String, text: String, expected: [String], remedy: String?) throws {
    let sample = Sample(
      """
      - {name: 编码, type: string}
      - {name: 改进措施, type: string, "gongshi:optional": true}
      """)
    let reading = try sample.read(text)
    #expect(reading.findings.map { "\($0.severity.rawValue): \(Wording.message($0))" } == expected)
    #expect(reading.findings.first.flatMap { Wording.remedy($0) } == remedy)
    #expect(reading.rows.count == 1)
  }

  /// The header alone is never to be changed where the amounts under it would become others.
  @Test(arguments: [
    ("合同价款（万元）", "请在表头中补上“合同金额”列；如果“合同价款（万元）”就是它，请把表头改为“合同金额（万元）”"),
    ("合同额", "请在表头中补上“合同金额”列；如果“合同额”就是它，请把表头改为“合同金额（元）”"),
    ("合同金额（美元）", "请在表头中补上“合同金额”列；“合同金额（美元）”的单位不同，不能只改表头"),
    ("日期", "请在表头中补上“合同金额”列"),
  ])
  func advises(_ title: String, remedy: String) throws {
    let sample = Sample(
      """
      - {name: 编码, type: string}
      - {name: 合同金额, type: number, "gongshi:unit": 元}
      """)
    let finding = try #require(try sample.read("编码,\(title)\nA,1\n").findings.first)
    #expect(Wording.remedy(finding) == remedy)
  }

  @Test(arguments: [
    ("金额（元）", "金额(元)"), ("金 额\t(元)", "金额(元)"), ("㈠面积㎡", "(一)面积m2"), ("２０２５年", "2025年"),
    ("\u{FEFF}编码", "编码"), ("ﾊﾞ", "バ"),
  ])
  func folds(_ title: String, expected: String) {
    #expect(HeaderTitle.folded(title) == expected)
  }

  @Test("a column that stands there twice, with and without its unit, is no guess")
  func refusesBothNames() throws {
    let reading = try sample.read("单位编码,金额,金额(元)\nA,1,2\n")
    #expect(reading.rows == ["2: A | ∅"])
    #expect(
      reading.sentences == ["sample.csv, row 1: column '金额(元)' stands there 2 times: 金额(元)、金额"])
  }

  @Test("an optional column may be missing: its cells are empty")
  func optionalColumn() throws {
    let sample = Sample(
      """
      - {name: 编码, type: string}
      - {name: 备注, type: string, "gongshi:optional": true}
      """)
    #expect(try sample.read("编码\nA\n").rows == ["2: A | ∅"])
    #expect(try sample.read("编码,备注\nA,b\n").rows == ["2: A | b"])
  }

  @Test("without a header, cells belong to the fields in order, and rows count from 1")
  func noHeader() throws {
    let sample = Sample(
      """
      - {name: 编码, type: string}
      - {name: 数, type: integer}
      """, resource: "dialect: {header: false}")
    let reading = try sample.read("A,1\nB,x\n")
    #expect(reading.rows == ["1: A | 1", "2: B | ∅"])
    #expect(reading.sentences == ["sample.csv, row 2, column '数': '数' must be a whole number, but is 'x'"])
  }
}
