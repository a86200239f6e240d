import Figures
import Foundation
import Testing

@testable import Store

/// Texts that repeat from row to row are made once: each row must still have its own.
@Suite struct RowStepsTests {
  private func reader() throws -> Reader {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID()).sqlite").path
    return try Store(path: path).reader()
  }

  @Test(arguments: [
    ("the same text again and again", ["采购项目整体预留", "采购项目整体预留", "采购项目整体预留"]),
    ("as long, but another", ["设置专门采购包一", "设置专门采购包二", "设置专门采购包一"]),
    ("another length", ["采购项目整体预留", "采购项目整体预留份额", "采购项目整体"]),
    ("short ones, and one as long as needs no memory", ["货物", "工程", "123456789012345", "123456789012346"]),
    ("short ones again and again", ["货物", "货物", "工程", "工程", "", "", "货物"]),
    ("empty, which is not missing", ["示例区第一单位", "", "示例区第一单位", ""]),
  ])
  func textsOfRows(_ why: String, texts: [String]) throws {
    let rows = texts.enumerated().map { "SELECT \($0) AS n, \(literal($1)) AS text" }
    let found = try reader().rows(rows.joined(separator: " UNION ALL ") + " ORDER BY n")
    #expect(found.map { $0["text"] } == texts.map(Value.text), "\(why)")
  }

  @Test func whatStandsBetweenIsNotCarriedOver() throws {
    let found = try reader().rows(
      """
      SELECT 0 AS n, '面向中小企业预留' AS cell UNION ALL SELECT 1, NULL UNION ALL SELECT 2, '面向中小企业预留'
      UNION ALL SELECT 3, 12345678 UNION ALL SELECT 4, '面向中小企业预留' ORDER BY n
      """)
    let text = Value.text("面向中小企业预留")
    #expect(found.map { $0["cell"] } == [text, .null, text, .integer(12_345_678), text])
  }

  @Test("bytes that are no text are replaced, also where they repeat")
  func brokenText() throws {
    let broken = "CAST(x'E58D95E4BD8DE5908DE7A7B0E58D95E4BDFF' AS TEXT)"
    let found = try reader().rows("SELECT \(broken) AS text UNION ALL SELECT \(broken)")
    #expect(found.map { $0["text"] } == [.text("单位名称单\u{FFFD}\u{FFFD}"), .text("单位名称单\u{FFFD}\u{FFFD}")])
  }

  @Test("what stops the reader of a list is told as it is, and nothing after it is read")
  func anErrorOfTheReadersOwn() throws {
    struct Refused: Error {}
    var count = 0
    #expect(throws: Refused.self) {
      try reader().forEachRow("SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3") { _ in
        count += 1
        if count == 2 { throw Refused() }
      }
    }
    #expect(count == 2)
  }
}
