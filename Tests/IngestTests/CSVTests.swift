import Figures
import Testing

@testable import Ingest

@Suite("Rows and cells of CSV files")
struct CSVTests {
  private let sample = Sample(
    """
    - {name: a, type: string}
    - {name: b, type: string}
    """)

  @Test(arguments: [
    ("LF", "a,b\n1,2\n3,4\n", ["2: 1 | 2", "3: 3 | 4"]),
    ("CRLF", "a,b\r\n1,2\r\n3,4\r\n", ["2: 1 | 2", "3: 3 | 4"]),
    ("CR alone", "a,b\r1,2\r3,4\r", ["2: 1 | 2", "3: 3 | 4"]),
    ("no line end at the end", "a,b\n1,2", ["2: 1 | 2"]),
    ("no line end after a closing quote", "a,b\n1,\"2\"", ["2: 1 | 2"]),
    ("no line end after a delimiter", "a,b\n1,", ["2: 1 | ∅"]),
    ("blank lines count as rows", "a,b\n\n1,2\n\n\n3,4\n", ["3: 1 | 2", "6: 3 | 4"]),
    ("blank lines of CRLF files count once", "a,b\r\n\r\n1,2\r\n\r\n3,4\r\n", ["3: 1 | 2", "5: 3 | 4"]),
    ("lines of spaces are blank", "a,b\n   \n1,2\n", ["3: 1 | 2"]),
    ("rows of nothing but delimiters are blank", "a,b\n,\n1,2\n\"\",\n", ["3: 1 | 2"]),
    ("a line end in a quoted cell makes no row", "a,b\n\"x\ny\",1\n2,3\n", ["2: x\ny | 1", "3: 2 | 3"]),
    ("line ends in cells are LF", "a,b\r\n\"x\r\ny\",1\r\n2,3\r\n", ["2: x\ny | 1", "3: 2 | 3"]),
    ("doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", ["2: say \"hi\" | 2"]),
    ("a delimiter in quotes", "a,b\n\"1,5\",2\n", ["2: 1,5 | 2"]),
    ("spaces and tabs around cells are no part of them", "a,b\n 1 ,\t2\t\n", ["2: 1 | 2"]),
    ("those in quotes neither", "a,b\n\" 1 \",\"2\n\"\n", ["2: 1 | 2"]),
    ("spaces after a closing quote are not", "a,b\n\"1\" ,2\n", ["2: 1 | 2"]),
    ("formulas are text", "a,b\n=1+1,@x\n", ["2: =1+1 | @x"]),
  ])
  func reads(_ why: String, text: String, rows: [String]) throws {
    let reading = try sample.read(text)
    #expect(reading.rows == rows)
    #expect(reading.sentences == [])
    #expect(reading.summary.rows == rows.count)
  }

  @Test(arguments: [
    ("too few cells", "a,b\n1\n2,3\n", ["sample.csv, row 2: the row has 1 cells, the header 2"]),
    ("too many cells", "a,b\n1,2,3\n2,3\n", ["sample.csv, row 2: the row has 3 cells, the header 2"]),
    (
      "a quote inside a cell", "a,b\n1,5\" pipe\n2,3\n",
      ["sample.csv, row 2, column 'b': there is a single quote inside the cell: 5"]
    ),
    (
      "text after a closing quote; the rest of the file is read", "a,b\n\"x\"y,2\n2,3\n",
      ["sample.csv, row 2, column 'a': there is a single quote inside the cell: x\""]
    ),
    (
      "several quotes in one cell are said once", "a,b\n1,a\"b\"c\"\n2,3\n",
      ["sample.csv, row 2, column 'b': there is a single quote inside the cell: a"]
    ),
  ])
  func reportsRow(_ why: String, text: String, expected: [String]) throws {
    let reading = try sample.read(text)
    #expect(reading.sentences == expected)
    #expect(reading.rows == ["3: 2 | 3"])
  }

  @Test(arguments: [
    (
      "to the end of the file", "a,b\n1,2\n3,\"4\n5,6\n",
      "sample.csv, row 3, column 'b': the quote that opens this cell is not closed; no row after it is read: 4⏎5,6⏎"
    ),
    (
      "up to the next quoted cell", "a,b\n1,2\n3,\"4\n5,\"6\"\n7,8\n",
      "sample.csv, row 3, column 'b': the quote that opens this cell is not closed; no row after it is read: 4⏎5,\""
    ),
  ])
  func unclosedQuote(_ why: String, text: String, expected: String) throws {
    let reading = try sample.read(text)
    #expect(reading.sentences == [expected])
    #expect(reading.rows == ["2: 1 | 2"])
  }

  @Test("an unclosed quote in the header: no rows are read, and nothing else is said")
  func unclosedHeader() throws {
    #expect(try sample.read("a,\"b\n1,2\n").codes == ["unclosed-quote"])
    #expect(try sample.read("a,b\"\n1,2\n").codes == ["bare-quote"])
  }

  @Test("another delimiter and quote")
  func dialect() throws {
    let sample = Sample(
      "- {name: a}\n- {name: b}", resource: "dialect: {delimiter: \"\\t\", quoteChar: \"'\"}")
    #expect(try sample.read("a\tb\n'1\t2'\t\"x\"\n").rows == ["2: 1\t2 | \"x\""])
    #expect(try sample.read("a\tb\n\t2\n").rows == ["2: ∅ | 2"])
  }

  @Test("a cell of 50 MB is a finding, not a crash, and the rows around it are read")
  func longCell() throws {
    var bytes = Array("a,b\n1,2\n\"".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000)
    bytes += Array("\",2\n3,4\n".utf8)
    let reading = try sample.read(bytes)
    let shown = String(repeating: "x", count: 60) + "…"
    #expect(
      reading.sentences == [
        "sample.csv, row 3, column 'a': the content is longer than 1048576 bytes: \(shown)"
      ])
    #expect(reading.rows == ["2: 1 | 2", "4: 3 | 4"])
  }

  @Test("a row of a million cells is counted, not kept")
  func manyCells() throws {
    let reading = try sample.read("a,b\n1" + String(repeating: ",1", count: 999_999) + "\n3,4\n")
    #expect(reading.sentences == ["sample.csv, row 2: the row has 1000000 cells, the header 2"])
    #expect(reading.rows == ["3: 3 | 4"])
  }

  @Test("a row of many long cells is not kept either")
  func longRow() throws {
    let cell = String(repeating: "x", count: 1_000_000)
    let text = "a,b\n" + Array(repeating: cell, count: 40).joined(separator: ",") + "\n3,4\n"
    let reading = try sample.read(text)
    #expect(reading.codes == ["cell-too-long"])
    #expect(reading.findings.first?.location.row == 2)
    #expect(reading.rows == ["3: 3 | 4"])
  }

  @Test(
    "rows that run over the blocks in which a file is read",
    arguments: [65_530, 65_536, 262_140, 262_144, 300_000])
  func blocks(_ length: Int) throws {
    var text = "a,b\n"
    var expected: [String] = []
    var row = 2
    while text.utf8.count < 3 * length {
      let cell = String(repeating: "字", count: row % 97) + "\(row)"
      text += row % 3 == 0 ? "\"\(cell)\r\n尾\",\(row)\r\n" : "\(cell),\(row)\n"
      expected.append("\(row): \(cell)\(row % 3 == 0 ? "\n尾" : "") | \(row)")
      row += 1
    }
    let padding = String(repeating: "z", count: length % 1000)
    let reading = try sample.read(text + "\(padding),end")
    #expect(reading.rows == expected + ["\(row): \(padding.isEmpty ? "∅" : padding) | end"])
    #expect(reading.sentences == [])
  }

  @Test("what the schema does not know stands beside the findings of the row")
  func beside() throws {
    let sample = Sample("- {name: a}\n- {name: n, type: integer}")
    let reading = try sample.read("a,经办人,n,备注,空\n1,张三,x,补录,\n")
    #expect(reading.findings.first?.facts.beside == "经办人=张三；备注=补录")
  }

  @Test("a million wrong cells are counted, a thousand listed")
  func manyFindings() throws {
    let sample = Sample("- {name: n, type: integer}")
    let reading = try sample.read("n\n" + String(repeating: "x\n", count: 100_000))
    #expect(reading.counts == [.typeError: 100_000])
    #expect(reading.findings.count == 1000)
    #expect(reading.findings.last?.location.row == 1001)
    #expect(reading.rows.count == 100_000)
  }

  @Test("findings come in the order of rows, then columns")
  func order() throws {
    let sample = Sample("- {name: a, type: integer}\n- {name: b, type: integer}")
    let reading = try sample.read("a,b\nx,y\n1\nz,1\n1,u\"\n")
    let places = reading.findings.map { "\($0.location.row ?? 0)\($0.location.column ?? "")" }
    #expect(places == ["2a", "2b", "3", "4a", "5b"])
  }

  @Test("an error of the loading side comes out, and the reading stops")
  func sinkFails() throws {
    struct Full: Error {}
    let text = "a,b\n" + String(repeating: "1,2\n", count: 400_000)
    try TemporaryFolder().with { folder in
      try folder.write(text, to: "sample.csv")
      let register = try sample.register()
      #expect(throws: Full.self) {
        try RegisterReader.read(
          register, file: folder.path + "/sample.csv", shownAs: "sample.csv", findings: FindingLog()
        ) { _ in throw Full() }
      }
    }
  }

  @Test("only the wanted columns are handed over, all are checked")
  func stored() throws {
    let sample = Sample("- {name: a}\n- {name: n, type: integer}\n- {name: c}")
    let reading = try sample.read("a,n,c\n1,x,3\n", storing: ["c", "a"])
    #expect(reading.summary.columns == ["a", "c"])
    #expect(reading.rows == ["2: 1 | 3"])
    #expect(reading.codes == ["type-error"])
    #expect(try sample.read("a,n,c\n1,2,3\n", storing: []).rows == ["2: "])
  }

  @Test("a file of nothing but broken rows takes no more memory than a good one")
  func brokenRows() throws {
    let reading = try sample.read("a,b\n" + String(repeating: "1,x\"y\n", count: 20_000) + "3,4\n")
    #expect(reading.counts == [.bareQuote: 20_000])
    #expect(reading.rows == ["20002: 3 | 4"])
  }
}
