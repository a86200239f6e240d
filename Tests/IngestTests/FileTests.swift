import Figures
import Foundation
import Testing

@testable import Ingest

@Suite("Files as a whole")
struct FileTests {
  private let sample = Sample("- {name: a, type: string}")

  @Test("a missing file, with the nearest name in the folder")
  func missing() throws {
    try TemporaryFolder().with { folder in
      #expect(try sample.read(in: folder).sentences == ["sample.csv: file 'sample.csv' is missing"])
      try folder.write("a\n", to: "samples.csv")
      let reading = try sample.read(in: folder)
      #expect(reading.sentences == ["sample.csv: file 'sample.csv' is missing; the folder has 'samples.csv'"])
      #expect(reading.chinese == ["sample.csv：缺少文件“sample.csv”，文件夹里有“samples.csv”"])
      #expect(reading.summary.isMissing)
      try folder.write("a\n", to: "样表.csv")
      #expect(try sample.read(in: folder).findings.first?.facts.arguments["nearest"] == "样表.csv")
    }
  }

  @Test("an optional register may be missing, or have no rows")
  func optional() throws {
    let optional = Sample("- {name: a}", resource: "gongshi:optional: true")
    try TemporaryFolder().with { folder in
      let reading = try optional.read(in: folder)
      #expect(reading.sentences == [])
      #expect(reading.summary.isMissing)
      #expect(reading.summary.columns == ["a"])
    }
    #expect(try optional.read("a\n").codes == [])
  }

  @Test(arguments: [
    ("nothing", "", ["sample.csv: the file is empty; it has no header"]),
    ("a mark alone", "\u{FEFF}", ["sample.csv: the file is empty; it has no header"]),
    ("blank lines", "\n\r\n  \n", ["sample.csv: the file is empty; it has no header"]),
    ("a header alone", "a\n", ["sample.csv: there is a header and no rows"]),
    ("a header without a line end", "a", ["sample.csv: there is a header and no rows"]),
    ("a header and blank rows", "a\n\n\"\"\n", ["sample.csv: there is a header and no rows"]),
  ])
  func empty(_ why: String, text: String, expected: [String]) throws {
    #expect(try sample.read(text).sentences == expected)
  }

  @Test(
    arguments: [
      ("xlsx", [0x50, 0x4B, 3, 4] + Array("....[Content_Types].xml".utf8), "an Excel workbook (.xlsx)"),
      ("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "an old Excel workbook (.xls)"),
      (
        "ods", [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
        "an OpenDocument spreadsheet (.ods)"
      ),
      ("zip", [0x50, 0x4B, 3, 4] + Array("....income.csv".utf8), "a ZIP archive"),
      ("pdf", Array("%PDF-1.7\n".utf8), "a PDF file"),
      ("html", Array("\r\n<!DOCTYPE HTML><table>".utf8), "a web page (HTML) that is merely named .csv"),
      (
        "html with a mark", [0xEF, 0xBB, 0xBF] + Array("<table border=1>".utf8),
        "a web page (HTML) that is merely named .csv"
      ),
      (
        "html in UTF-16", [0xFF, 0xFE] + encoded("<html>", "UTF-16LE"),
        "a web page (HTML) that is merely named .csv"
      ),
      ("xml", Array("<?xml version=\"1.0\"?><Workbook>".utf8), "an XML file"),
      ("rtf", Array("{\\rtf1\\ansi".utf8), "an RTF document"),
      ("sqlite", Array("SQLite format 3\0".utf8), "an SQLite database"),
      ("gzip", [0x1F, 0x8B, 8], "a gzip file"),
    ] as [(String, [UInt8], String)])
  func other(_ why: String, bytes: [UInt8], kind: String) throws {
    let reading = try sample.read(bytes)
    #expect(reading.codes == ["not-csv"])
    let message = try #require(reading.sentences.first)
    #expect(message.hasSuffix("by its content it is " + kind))
    #expect(reading.findings.first.flatMap { Wording.remedy($0) }?.isEmpty == false)
  }

  @Test("a header that begins with < is no web page")
  func angle() throws {
    let sample = Sample("- {name: \"<18岁\", type: integer}")
    #expect(try sample.read("<18岁\n3\n").rows == ["2: 3"])
  }

  @Test("a folder or a pipe where the file should be is an error, not a hang")
  func notAFile() throws {
    try TemporaryFolder().with { folder in
      try FileManager.default.createDirectory(
        atPath: folder.path + "/sample.csv", withIntermediateDirectories: true)
      #expect(throws: IngestError.notAFile(path: folder.path + "/sample.csv")) { try sample.read(in: folder) }
      try FileManager.default.removeItem(atPath: folder.path + "/sample.csv")
      #expect(mkfifo(folder.path + "/sample.csv", 0o600) == 0)
      #expect(throws: IngestError.notAFile(path: folder.path + "/sample.csv")) { try sample.read(in: folder) }
    }
  }

  @Test("a file that somebody writes to while it is read is noticed")
  func changed() throws {
    try TemporaryFolder().with { folder in
      try folder.write("a\n1\n", to: "sample.csv")
      let file = try ByteFile(folder.path + "/sample.csv")
      try file.checkUnchanged()
      let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/sample.csv"))
      handle.seekToEndOfFile()
      handle.write(Data("2\n".utf8))
      #expect(throws: IngestError.changed(path: folder.path + "/sample.csv")) { try file.checkUnchanged() }
    }
  }
}
