import Figures
import Testing

@testable import Ingest

/// A register of codes and texts: given the cells of a column, what is kept and what is said.
@Suite("What a cell's text is")
struct CellTextTests {
  private let sample = Sample(
    """
    - {name: 编号, "gongshi:column": id, constraints: {required: true}}
    - {name: 名称, "gongshi:column": name}
    - {name: 类别, "gongshi:column": kind, constraints: {enum: [货物, 工程, Å]}}
    - {name: 信用代码, "gongshi:column": code, "gongshi:identifier": unified-social-credit-code}
    - {name: 金额, "gongshi:column": amount, type: number, "gongshi:unit": 元}
    """, schema: "primaryKey: 编号")

  /// What Swift itself refuses to write.
  private static let none = String(Unicode.Scalar(0xFFFE as UInt32).map(Character.init) ?? " ")

  private func read(_ row: String...) throws -> Reading {
    try sample.read("编号,名称,类别,信用代码,金额\n" + row.map { $0 + "\n" }.joined())
  }

  @Test(
    "blanks at the edges are no part of a text",
    arguments: [
      0x09, 0x20, 0xA0, 0x2003, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D,
      0x202E,
      0x2028, 0x2060, 0x3000, 0xFEFF,
    ])
  func edges(_ value: UInt32) throws {
    let blank = String(try #require(Unicode.Scalar(value)))
    let reading = try read(
      "\(blank)0001,\(blank)甲\(blank) ,\"\(blank)货物\n\",\(blank),12\(blank)",
      "0001\(blank),乙,工程,,1", "\(blank),\(blank),,,", blank, "\"\(blank)\"\(blank),,,\(blank),")
    #expect(reading.rows == ["2: 0001 | 甲 | 货物 | ∅ | 1200"])
    #expect(reading.sentences == ["sample.csv, row 3, column '编号': '0001' in '编号' is already used in row 2"])
  }

  private static let rows: [(String, String, [String], [String])] = [
    ("formula text", "\"=\"\"0123\"\"\",甲,货物,,1", ["2: 0123 | 甲 | 货物 | ∅ | 100"], []),
    (
      "formula text without quotes around it", "=\"0123\",甲,货物,,=\"1.50\"", ["2: 0123 | 甲 | 货物 | ∅ | 150"], []
    ),
    ("a formula is text", "=A1,甲,货物,,1", ["2: =A1 | 甲 | 货物 | ∅ | 100"], []),
    (
      "one form of the same characters", "\u{212A}1,A\u{30A},\u{212B},,1", ["2: K1 | Å | Å | ∅ | 100"],
      ["composed-text", "composed-text"]
    ),
    ("an ideograph's other code in a text", "1,\u{F92C},货物,,1", ["2: 1 | 郎 | 货物 | ∅ | 100"], []),
    ("a radical in a list", "1,⼯程,⼯程,,1", ["2: 1 | ⼯程 | ∅ | ∅ | 100"], ["lookalike-character"]),
    ("a radical in a key", "⼯,甲,货物,,1", ["2: ∅ | 甲 | 货物 | ∅ | 100"], ["lookalike-character"]),
    ("other forms are seen", "Ⅱ-１,㎡,货物,,1", ["2: Ⅱ-１ | ㎡ | 货物 | ∅ | 100"], []),
    (
      "no width inside a code and a text", "1\u{200B}2,甲\u{200B}乙,货物,,1",
      ["2: ∅ | 甲\u{200B}乙 | 货物 | ∅ | 100"],
      ["invisible-character", "invisible-character"]
    ),
    ("an ideographic space inside a text", "1,甲\u{3000}乙,货物,,1", ["2: 1 | 甲\u{3000}乙 | 货物 | ∅ | 100"], []),
    (
      "lost and forbidden characters", "1\u{FFFD},甲\u{1},货\(Self.none)物,\(Self.none),\(Self.none)1",
      ["2: ∅ | ∅ | ∅ | ∅ | ∅"],
      Array(repeating: "broken-character", count: 5)
    ),
    (
      "private characters and question marks", "1,\u{E000},货物,,1", ["2: 1 | \u{E000} | 货物 | ∅ | 100"],
      ["suspect-character"]
    ),
    ("question marks among Chinese", "1,甲??乙,货物,,1", ["2: 1 | 甲??乙 | 货物 | ∅ | 100"], ["suspect-character"]),
    ("a question", "1,what??,货物,,1", ["2: 1 | what?? | 货物 | ∅ | 100"], []),
    (
      "errors of formulas", "#REF!,#n/a,#NAME?,#NULL!,#####", ["2: ∅ | ∅ | ∅ | ∅ | ∅"],
      Array(repeating: "formula-error", count: 5)
    ),
    ("no error of a formula", "#1,#REF,货物,,1", ["2: #1 | #REF | 货物 | ∅ | 100"], []),
    ("a number in place of a key", "2.02412E+17,甲,货物,,1", ["2: ∅ | 甲 | 货物 | ∅ | 100"], ["damaged-number"]),
    (
      "a good code that ends in 000", "202412310000123000,甲,货物,,1", ["2: ∅ | 甲 | 货物 | ∅ | 100"],
      ["damaged-number"]
    ),
    ("in a text it is none", "1,202412310000123000,货物,,1", ["2: 1 | 202412310000123000 | 货物 | ∅ | 100"], []),
    (
      "a person's number", "1,甲,货物,34052419800101001x,1", ["2: 1 | 甲 | 货物 | ∅ | 100"], ["personal-number"]
    ),
  ]

  @Test(arguments: rows)
  func reads(_ why: String, row: String, rows: [String], codes: [String]) throws {
    let reading = try read(row)
    // Forms that Swift takes for the same are told apart by their bytes.
    #expect(reading.rows.map { Array($0.utf8) } == rows.map { Array($0.utf8) }, "\(reading.rows)")
    #expect(reading.codes == codes, "\(reading.sentences)")
  }

  @Test("two damaged keys are damaged, and no duplicates")
  func damagedTwice() throws {
    let reading = try read(
      "202412310000123000,甲,货物,,1", "202412310000123000,乙,货物,,1", "1.1E+5,,,,", "1.1E+5,,,,")
    #expect(reading.codes == Array(repeating: "damaged-number", count: 4))
  }

  @Test("no finding repeats a person's number")
  func masked() throws {
    let reading = try read("1,甲,货物,34052419800101001X,1")
    #expect(
      reading.chinese == [
        "sample.csv 第 2 行“信用代码”列：“信用代码”的“340524********001X”是公民身份号码，这里应填统一社会信用代码"
      ])
  }

  @Test("what is declared as nothing is nothing, though it is a formula's error")
  func declaredMissing() throws {
    let sample = Sample("- {name: a}\n- {name: b}", schema: "missingValues: [\"\", \"#N/A\"]")
    #expect(try sample.read("a,b\n#N/A,1\n").rows == ["2: ∅ | 1"])
    #expect(try sample.read("a,b\n#N/A,1\n").codes == [])
  }

  @Test("a second file behind the first, its cells in quotes")
  func appended() throws {
    let reading = try read("1,甲,货物,,1", "\u{FEFF}\"2\",\u{3000}\"乙\"\u{A0},工程,,2")
    #expect(reading.rows == ["2: 1 | 甲 | 货物 | ∅ | 100", "3: 2 | 乙 | 工程 | ∅ | 200"])
    #expect(reading.sentences == [])
  }

  @Test("wherever in a long file a remarkable character stands, it is seen")
  func everyPlace() throws {
    let sample = Sample("- {name: a, constraints: {unique: true}}")
    for character in ["\u{200B}", "\u{3000}", "\u{A0}", "\u{FEFF}"] {
      for place in 0..<150 {
        let text = String(repeating: "中（、“é", count: 20) + String(repeating: "x", count: place)
        let reading = try sample.read("a\n\(text)\(character)\n\(text)\n")
        if reading.codes != ["duplicate-key"] {
          Issue.record("\(character.unicodeScalars.first!.codePoint) \(place)")
        }
      }
    }
  }
}

@Suite("Codes of GB 18030 that the C library refuses")
struct GB18030GapTests {
  private let sample = Sample("- {name: a}\n- {name: b}")

  @Test(
    arguments: [
      ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"), ([0x82, 0x35, 0x90, 0x38], "\u{9FB5}"),
      ([0x82, 0x35, 0x90, 0x39], "\u{9FB6}"), ([0x82, 0x35, 0x91, 0x30], "\u{9FB7}"),
      ([0x82, 0x35, 0x91, 0x34], "\u{9FBB}"), ([0x84, 0x31, 0x82, 0x36], "\u{FE10}"),
      ([0x84, 0x31, 0x82, 0x39], "\u{FE13}"), ([0x84, 0x31, 0x83, 0x30], "\u{FE14}"),
      ([0x84, 0x31, 0x83, 0x35], "\u{FE19}"), ([0x80], "€"),
    ] as [([UInt8], String)])
  func reads(_ code: [UInt8], text: String) throws {
    let bytes = encoded("a,b\n中,", "GB18030") + code + encoded("元\n", "GB18030")
    let reading = try sample.read(bytes)
    #expect(reading.rows == ["2: 中 | \(text)元"])
    #expect(reading.sentences == [])
    #expect(reading.summary.encoding == .gb18030)
  }

  @Test("every four-byte code is read, or refused by the standard's own table too")
  func whole() throws {
    // All codes of the two-byte plane's four-byte part: 81 30 81 30 to 84 31 A4 39 is U+0080 to U+FFFF.
    let converter = Converter(from: "GB18030")
    var refused = 0
    for first in UInt8(0x81)...0x84 {
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 {
            let isInPlane = (first, second) < (0x84, 0x31) || (first, second) == (0x84, 0x31) && third < 0xA5
            guard isInPlane else { continue }
            let bytes = [first, second, third, fourth]
            let stop = bytes.withUnsafeBytes { input in
              withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { output in
                converter?.convert(input, into: output).stop
              }
            }
            let isGap = bytes.withUnsafeBytes { GB18030Gap.character(at: $0) != nil }
            if stop == .invalid, !isGap { refused += 1 }
          }
        }
      }
    }
    #expect(refused == 0)
  }

  @Test("over the blocks in which a file is read")
  func longFile() throws {
    let line = encoded("第", "GB18030") + [0x82, 0x35, 0x90, 0x37] + encoded("行,", "GB18030") + [0x80, 0x0A]
    let reading = try sample.read(encoded("a,b\n", "GB18030") + (0..<20_000).flatMap { _ in line })
    #expect(reading.rows.count == 20_000)
    #expect(Set(reading.rows.map { $0.drop { $0 != ":" } }) == [": 第\u{9FB4}行 | €"])
  }

  @Test("a DOS end mark is no row", arguments: [[0x1A], [0x1A, 0x1A]] as [[UInt8]])
  func endMark(_ mark: [UInt8]) throws {
    for text in ["a,b\n1,2\n", "a,b\r\n1,2"] {
      #expect(try sample.read(Array(text.utf8) + mark).rows == ["2: 1 | 2"])
    }
    #expect(try sample.read(Array("a,b\n1,\u{1A}2\n".utf8)).codes == ["broken-character"])
  }
}
