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

  @Test(arguments: [
    (
      "a missing column, with the nearest header", "单位编号,金额(元)\nA,1\n",
      ["sample.csv, row 1: column '单位编码' is missing; the nearest header is '单位编号'"]
    ),
    (
      "a missing column with nothing near it", "部门,金额(元)\nA,1\n",
      ["sample.csv, row 1: column '单位编码' is missing"]
    ),
    (
      "a line of title above the header", "示例局2025年收入表,\n单位编码,金额(元)\nA,1\n",
      ["sample.csv, row 1: the first row is no header; it has none of the columns: 示例局2025年收入表、"]
    ),
    (
      "tabs instead of commas", "单位编码\t金额(元)\nA\t1\n",
      ["sample.csv, row 1: the header is not parted into columns: 单位编码\t金额(元)"]
    ),
    (
      "an amount in another unit is not the column", "单位编码,金额(万元)\nA,1\n",
      ["sample.csv, row 1: column '金额(元)' is missing; the nearest header is '金额(万元)'"]
    ),
    (
      "a duplicate column", "单位编码,金额(元),金额（元）\nA,1,2\n",
      ["sample.csv, row 1: column '金额(元)' stands there 2 times: 金额(元)、金额（元）"]
    ),
    (
      "all mistakes at once, and no rows are read", "金额(元),金额(元)\n十二,13\n",
      [
        "sample.csv, row 1: column '单位编码' is missing",
        "sample.csv, row 1: column '金额(元)' stands there 2 times: 金额(元)、金额(元)",
      ]
    ),
  ])
  func reports(_ why: String, text: String, expected: [String]) throws {
    let reading = try sample.read(text)
    #expect(reading.sentences == expected)
    #expect(reading.rows == [])
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
    #expect(reading.rows == [])
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
