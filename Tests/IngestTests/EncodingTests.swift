import Figures
import Testing

@testable import Ingest

@Suite("Encodings of files from the field")
struct EncodingTests {
  private let sample = Sample(
    """
    - {name: 名称, type: string, "gongshi:column": name}
    - {name: 金额, type: number, "gongshi:unit": 元, "gongshi:column": amount}
    """)
  private let text = "名称,金额\r\n\"九江市浔阳区\n政务服务管理局\",1234.50\r\n𠮷野家㐀,2\r\n"
  private let rows = ["2: 九江市浔阳区\n政务服务管理局 | 123450", "3: 𠮷野家㐀 | 200"]

  @Test(
    arguments: [
      ("UTF-8 without mark", "UTF-8", [], "UTF-8"),
      ("UTF-8 with mark", "UTF-8", [0xEF, 0xBB, 0xBF], "UTF-8"),
      ("UTF-16, little end first, with mark", "UTF-16LE", [0xFF, 0xFE], "UTF-16LE"),
      ("UTF-16, big end first, with mark", "UTF-16BE", [0xFE, 0xFF], "UTF-16BE"),
      ("GB 18030, with two and four bytes a character", "GB18030", [], "GB18030"),
    ] as [(String, String, [UInt8], String)])
  func reads(_ why: String, encoding: String, mark: [UInt8], name: String) throws {
    let reading = try sample.read(mark + encoded(text, encoding))
    #expect(reading.rows == rows)
    #expect(reading.sentences == [])
    #expect(reading.summary.encoding?.rawValue == name)
  }

  @Test("the same rows whatever the encoding, over the blocks in which a file is read")
  func sameRows() throws {
    var text = "名称,金额\n"
    for row in 0..<20_000 { text += "第\(row)行的名称㐀𠮷é,\(row).25\n" }
    let utf8 = try sample.read(text)
    #expect(utf8.rows.count == 20_000)
    #expect(utf8.rows[7] == "9: 第7行的名称㐀𠮷é | 725")
    #expect(try sample.read(encoded(text, "GB18030")).rows == utf8.rows)
    #expect(try sample.read([0xFF, 0xFE] + encoded(text, "UTF-16LE")).rows == utf8.rows)
  }

  @Test("the encoding that the schema says, though the bytes would be another's too")
  func declared() throws {
    // These bytes are 一 in GB 18030 and ҵ… in UTF-8.
    let bytes = Array("名称,金额\n".utf8).map { $0 } + [0xD2, 0xBB] + Array(",1\n".utf8)
    let ascii = Sample("- {name: a}", resource: "encoding: gbk")
    #expect(try ascii.read([0x61, 0x0A, 0xD2, 0xBB, 0x0A]).rows == ["2: 一"])
    #expect(try sample.read(bytes).rows == ["2: һ | 100"])
    #expect(Sample("- {name: a}", resource: "encoding: latin1").problems.count == 1)
  }

  @Test("text that is good to its last byte but one is not cut short")
  func truncated() throws {
    let bytes = Array("名称,金额\n中,1\n中".utf8.dropLast())
    #expect(try sample.read(bytes).codes == ["invalid-bytes"])
    #expect(try sample.read(Array(encoded("名称,金额\n中,1\n中", "GB18030").dropLast())).codes == ["invalid-bytes"])
  }

  @Test("invalid bytes in the middle of a file: byte, row and column")
  func invalidUTF8() throws {
    var bytes = Array("名称,金额\n甲,1\n乙".utf8)
    let offset = bytes.count
    bytes += [0xFF, 0xFE] + Array("丙,2\n丁,3\n".utf8)
    let reading = try sample.read(bytes)
    #expect(
      reading.sentences == [
        "sample.csv, row 3, column '名称': byte \(offset) (from 0), 0xFF 0xFE, is not valid UTF-8, nor GB18030"
      ])
    #expect(
      reading.chinese == ["sample.csv 第 3 行“名称”列：文件第 \(offset) 字节（从 0 起）0xFF 0xFE 不是有效的 UTF-8 文字；也不是 GB18030"]
    )
    #expect(reading.rows == [])
  }

  @Test("invalid bytes far into a GB 18030 file, which goes further than UTF-8")
  func invalidGB18030() throws {
    var bytes = encoded("名称,金额\n" + String(repeating: "甲,1\n", count: 50_000) + "\"乙\n\",", "GB18030")
    let offset = bytes.count
    bytes += [0xFF] + Array("\n".utf8)
    let reading = try sample.read(bytes)
    #expect(
      reading.sentences == [
        "sample.csv, row 50002, column '金额': byte \(offset) (from 0), 0xFF 0x0A, is not valid GB18030, nor UTF-8"
      ])
  }

  @Test("what the mark says is not doubted")
  func wrongAfterMark() throws {
    let reading = try sample.read([0xEF, 0xBB, 0xBF] + encoded(text, "GB18030"))
    #expect(reading.sentences == ["sample.csv, row 1: byte 3 (from 0), 0xC3 0xFB, is not valid UTF-8"])
    let surrogate = try sample.read(
      [0xFF, 0xFE] + encoded("名称,金额\n", "UTF-16LE") + [0x00, 0xD8, 0x0A, 0x00])
    #expect(surrogate.codes == ["invalid-bytes"])
    #expect(surrogate.findings.first?.location.row == 2)
  }

  @Test("a NUL byte: byte, row and column")
  func nul() throws {
    let head = Array("名称,金额\n甲,1\n乙".utf8)
    let expected = [
      "sample.csv, row 3, column '名称': byte \(head.count) (from 0) is NUL, which no text has"
    ]
    #expect(try sample.read(head + [0] + Array(",2\n".utf8)).sentences == expected)
    let converted = encoded("名称,金额\n甲,1\n乙", "GB18030")
    #expect(try sample.read(converted + [0] + Array(",2\n".utf8)).codes == ["nul-byte"])
    let wide = [0xFF, 0xFE] + encoded("名称,金额\n甲", "UTF-16LE")
    let reading = try sample.read(wide + [0, 0, 0x0A, 0])
    #expect(reading.findings.first?.facts.arguments["offset"] == String(wide.count))
    #expect(reading.codes == ["nul-byte"])
  }

  @Test("UTF-16 without a mark is not guessed at")
  func noMark() throws {
    #expect(try sample.read(encoded("a,b\n1,2\n", "UTF-16LE")).codes == ["nul-byte"])
  }

  @Test(arguments: [
    ("ASCII", "0123456789abcdef", 16, UTF8Check.Stop.end), ("Chinese", "中文字符", 12, .end),
    ("four bytes", "𠮷", 4, .end), ("the last one", "\u{10FFFF}", 4, .end), ("U+0800", "\u{800}", 3, .end),
  ])
  func valid(_ why: String, text: String, offset: Int, stop: UTF8Check.Stop) {
    let result = Array(text.utf8).withUnsafeBytes(UTF8Check.check)
    #expect(result.offset == offset)
    #expect(result.stop == stop)
  }

  @Test(
    arguments: [
      ("a continuation alone", [0x61, 0x80], 1, UTF8Check.Stop.invalid),
      ("overlong", [0xC0, 0xAF], 0, .invalid),
      ("overlong in three bytes", [0xE0, 0x80, 0x80], 0, .invalid),
      ("a surrogate", [0xED, 0xA0, 0x80], 0, .invalid),
      ("past U+10FFFF", [0xF4, 0x90, 0x80, 0x80], 0, .invalid),
      ("F5", [0xF5, 0x80, 0x80, 0x80], 0, .invalid),
      ("a character cut short by another", [0xE4, 0xB8, 0x61, 0x61], 0, .invalid),
      ("a character cut short by the end", [0x61, 0xE4, 0xB8], 1, .incomplete),
      ("NUL behind eight letters", [0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0], 9, .nul),
      ("NUL inside a word", [0x61, 0x61, 0x61, 0, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61], 3, .nul),
    ] as [(String, [UInt8], Int, UTF8Check.Stop)])
  func stops(_ why: String, bytes: [UInt8], offset: Int, stop: UTF8Check.Stop) {
    let result = bytes.withUnsafeBytes(UTF8Check.check)
    #expect(result.offset == offset)
    #expect(result.stop == stop)
  }

  @Test(
    "a long text is told at its first bad byte, wherever that is",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98, 0x61], [0xF8, 0x88, 0x80, 0x61],
      [0xE4, 0xB8, 0x61], [0xC3, 0x61], [0xFF], [0],
    ] as [[UInt8]])
  func stopsFarInside(bad: [UInt8]) {
    // Characters of one to four bytes, in step with no block.
    let plain = Array("示例é，ab\u{A0}".utf8)
    let text = (0..<60).flatMap { _ in plain }
    for place in stride(from: 0, through: text.count, by: 1)
    where place == text.count || text[place] & 0xC0 != 0x80 {
      let bytes = text[..<place] + bad + Array("后文".utf8)
      let result = Array(bytes).withUnsafeBytes(UTF8Check.check)
      if result.offset != place || result.stop != (bad == [0] ? .nul : .invalid) {
        Issue.record("\(bad) at \(place): \(result)")
      }
    }
  }

  @Test("a long text is whole at the ends of its characters, and incomplete between them")
  func cutAnywhere() {
    let text = Array(String(repeating: "示例é𠮷，abc", count: 45).utf8)
    for end in 1...text.count {
      let result = text[..<end].withUnsafeBytes(UTF8Check.check)
      let whole = String(validating: text[..<end], as: UTF8.self) != nil
      if whole
        ? result.stop != .end || result.offset != end : result.stop != .incomplete || end - result.offset > 3
      {
        Issue.record("cut at \(end): \(result)")
      }
    }
  }

  @Test("every short byte sequence is judged as Swift's own decoder judges it")
  func againstDecoder() {
    let interesting: [UInt8] = [
      0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
      0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for a in interesting {
      for b in interesting {
        for c in interesting {
          for d in interesting {
            let bytes = [a, b, c, d, 0x61, 0x61, 0x61, 0x61, 0x61]
            let result = bytes.withUnsafeBytes(UTF8Check.check)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            if (result.stop == .end) != isValid { Issue.record("\(bytes): \(result)") }
          }
        }
      }
    }
  }
}
