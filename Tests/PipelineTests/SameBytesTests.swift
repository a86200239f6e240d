import Foundation
import Pipeline
import TestSupport
import Testing

/// Same input, same bytes: whatever the run, the encoding and the order of columns.
@Suite("Same input, same bytes")
struct SameBytesTests {
  /// The sample's outputs as they are. Findings are left out where a file's own bytes matter to their places.
  private static let expected = Result { () throws -> OutputTree in
    let sample = try Sample()
    try sample.run()
    return try sample.current()
  }

  @Test("the outputs are what they should be")
  func outputs() throws {
    let expected = try Self.expected.get()
    #expect(expected.names.contains("workbooks/183.xlsx") && expected.names.contains("notices/183.txt"))
    #expect(expected.names.contains("data/datapackage.json") && expected.names.contains("rounding.csv"))
    #expect(expected.names.count >= 15)
  }

  @Test("run again")
  func again() throws {
    let sample = try Sample()
    try sample.run()
    let first = try sample.current()
    try sample.run()
    #expect(try sample.current().differences(from: first) == [])
    #expect(first.differences(from: try Self.expected.get()) == [])
  }

  @Test("every file as WPS saves it", arguments: Saved.all)
  func saved(_ saved: Saved) throws {
    let sample = try Sample()
    let files = try FileManager.default.subpathsOfDirectory(atPath: sample.registers.path)
    for file in files where file.hasSuffix(".csv") || file.hasSuffix(".md") {
      try saved.rewrite(sample.registers.appending(path: file))
    }
    #expect(try sample.run().isDone)
    #expect(try sample.current().differences(from: try Self.expected.get()) == [])
  }

  @Test("columns in another order, with one more and with spaces")
  func columns() throws {
    let sample = try Sample([
      .rows("2025/income.csv", "reversed") { $0.map { $0.reversed() } },
      .rows("2025/expenditure.csv", "with a remark") { rows in
        rows.enumerated().map { index, row in [index == 0 ? "备注" : "经办人 张三"] + row }
      },
      .text("2025/units.csv", "单位名称", " 单位 名称 "), .text("2024/income.csv", "金额", "金额（元）"),
    ])
    #expect(try sample.run().isDone)
    #expect(try sample.current().differences(from: try Self.expected.get()) == [])
  }

  @Test("in another place, on another clock and locale")
  func elsewhere() throws {
    let sample = try Sample()
    var program = Program(in: sample)
    program.environment = ["TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"]
    #expect(try program.run("run", "department-budget", "--period", "2025", "--quiet").status == 0)
    #expect(try sample.current().differences(from: try Self.expected.get()) == [])
  }
}

/// How a program saves a text.
struct Saved: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var encoding: String
  var mark: [UInt8] = []
  var endsLinesWithCRLF = false

  static let all = [
    Saved(testDescription: "GB18030 with CRLF", encoding: "GB18030", endsLinesWithCRLF: true),
    Saved(testDescription: "UTF-8 with its mark", encoding: "UTF-8", mark: [0xEF, 0xBB, 0xBF]),
    Saved(
      testDescription: "UTF-8 with its mark and CRLF", encoding: "UTF-8", mark: [0xEF, 0xBB, 0xBF],
      endsLinesWithCRLF: true),
    Saved(testDescription: "UTF-16, little end first", encoding: "UTF-16LE", mark: [0xFF, 0xFE]),
    Saved(
      testDescription: "UTF-16, big end first, CRLF", encoding: "UTF-16BE", mark: [0xFE, 0xFF],
      endsLinesWithCRLF: true),
  ]

  func rewrite(_ file: URL) throws {
    if endsLinesWithCRLF {
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("\n", with: "\r\n").write(to: file, atomically: false, encoding: .utf8)
    }
    let bytes = try TestSupport.run("iconv", ["-f", "UTF-8", "-t", encoding, file.path])
    try (Data(mark) + bytes).write(to: file)
  }
}
