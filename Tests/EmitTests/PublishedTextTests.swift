import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

/// Every writer by itself: whatever it is given, no file has a character that its readers stumble over.
@Suite("What no published file may hold")
struct PublishedTextTests {
  private static let forbidden: [UInt32] = [
    1, 8, 0x0B, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFF,
  ]

  private func text(_ value: UInt32) -> String {
    "甲，（\(Unicode.Scalar(value).map(Character.init) ?? "?")〔乙\u{FFFC}得\u{5FFE}"
  }

  private let shown = "甲，（\u{FFFD}〔乙\u{FFFC}得\u{5FFE}"

  @Test("becomes U+FFFD in a CSV line, JSON, a page and a report", arguments: forbidden)
  func texts(_ value: UInt32) {
    let text = text(value)
    #expect(PublishedText.of(text) == shown)
    #expect(String(decoding: CSVLine.bytes([text], end: .lf), as: UTF8.self) == shown + "\n")
    #expect(String(decoding: OrderedJSON.string(text).bytes, as: UTF8.self) == "\"\(shown)\"\n")
    #expect(ReportCellText.string(text) == shown)
    var html = HTML()
    html.append(text)
    #expect(String(decoding: html.bytes, as: UTF8.self) == shown)
  }

  @Test("and in a workbook's cell, in short sheets and long ones", arguments: [false, true])
  func workbook(_ isLong: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "published-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = [[GridCell.text("头")]] + Self.forbidden.map { [GridCell.text(text($0))] }
    try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(
      [Grid.of(rows, isLong: isLong)], to: folder.path())
    let sheet = try #require(try XLSXReader(folder)["表"])
    for row in Self.forbidden.indices { #expect(sheet.cells["A\(row + 2)"]?.value == shown) }
  }

  @Test("what may be published stays as it is")
  func stays() {
    for text in ["", "甲\t乙\r\n丙", "é·“”—…（）、。￥", "\u{FFFD}\u{E000}\u{FB00}\u{10FFFD}𠮷", "a"] {
      #expect(PublishedText.of(text) == text)
    }
  }
}
