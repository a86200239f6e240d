import Figures
import Foundation
import Testing

@testable import Ingest

@Suite("Registers made of text files")
struct TextFilesTests {
  private let sample = Sample(
    """
    - {name: 单位编码, "gongshi:column": unit, constraints: {pattern: "[0-9]+"}}
    - {name: 栏目, "gongshi:column": heading}
    - {name: 正文, "gongshi:column": body, "gongshi:content": true, constraints: {required: true}}
    """, schema: "primaryKey: [单位编码, 栏目]", resource: "gongshi:files: \"texts/{单位编码}/{栏目}.md\"")

  @Test("every file is a row; marks, CRLF, encodings and the last line ends do not matter")
  func reads() throws {
    try TemporaryFolder().with { folder in
      try folder.write("\u{FEFF}一、贯彻\r\n二、执行\r\n\r\n", to: "texts/183001/主要职责.md")
      try folder.write(encoded("机构设置\n", "GB18030"), to: "texts/183001/机构.md")
      try folder.write("x", to: "texts/183002/主要职责.md")
      try folder.write("不算", to: "texts/183002/主要职责.txt")
      try folder.write("不算", to: "texts/说明.md")
      let reading = try sample.read(in: folder)
      #expect(
        reading.rows == ["1: 183001 | 主要职责 | 一、贯彻\n二、执行", "2: 183001 | 机构 | 机构设置", "3: 183002 | 主要职责 | x"])
      #expect(reading.sentences == [])
      #expect(
        reading.summary.files == [
          "2025/texts/183001/主要职责.md", "2025/texts/183001/机构.md", "2025/texts/183002/主要职责.md",
        ])
      #expect(reading.summary.rows == 3)
    }
  }

  @Test("findings name the file")
  func reports() throws {
    try TemporaryFolder().with { folder in
      try folder.write("\n", to: "texts/183001/主要职责.md")
      try folder.write("x", to: "texts/abc/主要职责.md")
      try folder.write([0x61, 0xFF, 0xFF], to: "texts/183002/主要职责.md")
      try folder.write([0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8), to: "texts/183003/主要职责.md")
      #expect(
        try sample.read(in: folder).sentences == [
          "2025/texts/183001/主要职责.md, column '正文': '正文' must not be empty",
          "2025/texts/183002/主要职责.md, row 1: byte 1 (from 0), 0xFF 0xFF, is not valid GB18030, nor UTF-8",
          "2025/texts/183003/主要职责.md: this is no CSV or text file; by its content it is a Word document (.docx)",
          "2025/texts/abc/主要职责.md, column '单位编码': 'abc' in '单位编码' does not match [0-9]+",
        ])
    }
  }

  @Test("no files at all")
  func missing() throws {
    try TemporaryFolder().with { folder in
      let reading = try sample.read(in: folder)
      #expect(reading.codes == ["missing-file"])
      #expect(reading.summary.isMissing)
    }
  }

  @Test("a link that leads out of the folder is not followed; one inside is")
  func links() throws {
    try TemporaryFolder().with { outside in
      try outside.write("秘密", to: "secret.md")
      try TemporaryFolder().with { folder in
        try folder.write("x", to: "texts/183001/主要职责.md")
        let manager = FileManager.default
        let texts = folder.path + "/texts/183001/"
        try manager.createSymbolicLink(
          atPath: texts + "外.md", withDestinationPath: outside.path + "/secret.md")
        try manager.createSymbolicLink(atPath: texts + "内.md", withDestinationPath: texts + "主要职责.md")
        let reading = try sample.read(in: folder)
        #expect(reading.rows == ["1: 183001 | 主要职责 | x", "2: 183001 | 内 | x"])
        #expect(
          reading.sentences == [
            "2025/texts/183001/外.md: 'texts/183001/外.md' leads out of the register's folder"
          ])
      }
    }
  }

  @Test(arguments: ["../{a}.md", "/x/{a}.md", "{a}{b}.md", "texts/x.md", "texts//{a}.md", "{a", "a}/{b}"])
  func refusesPath(_ path: String) {
    #expect(TextFiles(path) == nil)
  }
}
