import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite("Rows of a list that are written without the library's objects")
struct StreamedRowTests {
  private static let zero = GridNumber(Fixed(units: 0, decimals: 6), decimals: 2, hidesZero: true)

  private static func number(_ units: Int64, _ decimals: Int) -> GridCell {
    GridCell(
      .number(GridNumber(Fixed(units: units, decimals: decimals), decimals: 6)), GridStyle(.amount, .right))
  }

  private static func formula(_ text: String, _ number: GridNumber) -> GridCell {
    GridCell(.formula(text, number), GridStyle(.amount, .right, isBold: true))
  }

  private static func linked(_ link: GridLink, _ text: String) -> GridCell {
    var cell = GridCell.text(text)
    cell.lead(to: link)
    return cell
  }

  private static let cells: [[GridCell?]] = [
    [.text("采购项目"), .text("A & B <1> \"2\" '3'"), .text(" 前"), .text("后 ")],
    [.text("两行\n文字"), .text("\t表"), .text("甲\u{1}乙"), .text("_x0041_")],
    [.text("a_b"), .text("_"), .text("&"), .text("")],
    [.text(String(repeating: "长", count: 120)), nil, GridCell(.empty, GridStyle(.text)), .text("é“”😀")],
    [number(42_115_206_266, 6), number(82, 1), number(-82, 1), number(0, 2)],
    [number(1, 5), number(100, 2), number(999_999_999_999_999, 0), number(123_456_789_012_345, 15)],
    [
      GridCell(.number(zero), GridStyle(.amount)), formula("SUM(A1:B1)", zero),
      formula("ROUND(A1/B1*100,2)", GridNumber(Fixed(units: 4880, decimals: 2), decimals: 2)),
      formula("IF(A1<B1,\"甲&乙\",1)", zero),
    ],
    [
      linked(.address("https://example.cn/a?b=1&c=[2]"), "网址"), linked(.sheet("表"), "本表"),
      linked(.file("../甲#.xlsx"), "文件"), .text("尾"),
    ],
  ]

  /// A merged cell at its end gives a row to the library.
  @Test("they are the library's own, byte for byte")
  func sameBytes() throws {
    let blank = GridCell(.empty, GridStyle(.text))
    let merged = GridCell(.empty, GridStyle(.text), columnSpan: 2)
    let own = try Self.parts(Grid.of(Self.cells.map { $0 + [blank, blank] }, isLong: true))
    let library = try Self.parts(Grid.of(Self.cells.map { $0 + [merged, nil] }, isLong: true))
    let (ownRows, libraryRows) = (Self.rows(own.sheet), Self.rows(library.sheet))
    #expect(ownRows.count == Self.cells.count)
    for (own, library) in zip(ownRows, libraryRows) { #expect(own == library) }
    #expect(own.styles == library.styles)
    #expect(own.links == library.links && own.links.contains("example.cn"))
    let (ownLinks, libraryLinks) = (Self.links(own.sheet), Self.links(library.sheet))
    #expect(ownLinks == libraryLinks && ownLinks.contains("'表'!A1"))
    #expect(own.sheet.contains(#"<dimension ref="A1:F8"/>"#))
  }

  /// Printable characters that an address may hold, each in an address of its own, and addresses of other kinds.
  @Test("their addresses are the library's own")
  func sameAddresses() throws {
    let characters = (0x21...0x7E).map { String(UnicodeScalar(UInt8($0))) } + ["%41", "%4", "单位", "é"]
    let addresses =
      characters.map { "https://example.cn/a\($0)b" } + ["http://a.cn", "HTTPS://A.CN/B", "https://a.cn/x#y"]
      + [String(repeating: "https://a.cn/", count: 159)]
    let cells = addresses.map { Self.linked(.address($0), "网址") }
    let own = try Self.addresses(cells.map { [$0, .text("尾"), .text("尾")] })
    let library = try Self.addresses(
      cells.map { [$0, GridCell(.empty, GridStyle(.text), columnSpan: 2), nil] })
    #expect(own.count == addresses.count)
    for (cell, address) in library { #expect(own[cell] == address) }
  }

  @Test("rows of the library's and others follow each other in their order, each once")
  func mixed() throws {
    let merged = GridCell(.text("合并"), GridStyle(.text), columnSpan: 2)
    let rows = (1...40).map { number -> [GridCell?] in
      number % 3 == 0 ? [merged, nil] : [.text("第\(number)行"), .number(Int64(number))]
    }
    let xml = try Self.parts(Grid.of(rows, isLong: true)).sheet
    let numbers = xml.split(separator: "<row r=\"").dropFirst().compactMap { Int($0.prefix { $0 != "\"" }) }
    #expect(numbers == Array(1...40))
    #expect(xml.contains("第40行") && xml.contains(#"<mergeCell ref="A39:B39"/>"#))
  }

  @Test("what cannot be written is refused as everywhere")
  func refuses() throws {
    try withFolder { folder in
      let file = folder.appending(path: "a.xlsx").path()
      let text = Grid.of([[.text("前\0后")]], isLong: true)
      #expect(throws: WorkbookError.forbiddenCharacter(sheet: "表", cell: "A1")) {
        try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([text], to: file)
      }
      let number = Grid.of([[.text("甲"), Self.number(1_234_567_890_123_456, 2)]], isLong: true)
      #expect(throws: WorkbookError.self) {
        try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([number], to: file)
      }
    }
  }

  private static func addresses(_ rows: [[GridCell?]]) throws -> [String: String] {
    try withFolder { folder in
      let file = folder.appending(path: "a.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write(
        [Grid.of(rows, isLong: true)], to: file.path())
      return try SheetAddresses(of: file).addresses
    }
  }

  /// Each row's XML up to its fifth cell.
  private static func rows(_ sheet: String) -> [String] {
    sheet.split(separator: "<row ").dropFirst().map { row in
      String(row.prefix(upTo: row.firstRange(of: "<c r=\"E")?.lowerBound ?? row.endIndex))
    }
  }

  private static func links(_ sheet: String) -> Substring {
    guard let start = sheet.firstRange(of: "<hyperlinks>"), let end = sheet.firstRange(of: "</hyperlinks>")
    else {
      return ""
    }
    return sheet[start.lowerBound..<end.upperBound]
  }

  private static func parts(_ grid: Grid) throws -> (sheet: String, styles: String, links: String) {
    try withFolder { folder in
      let file = folder.appending(path: "a.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let archive = try StoredArchive(unzipping: file)
      func part(_ name: String) -> String { String(decoding: archive[name] ?? Data(), as: UTF8.self) }
      return (
        part("xl/worksheets/sheet1.xml"), part("xl/styles.xml"), part("xl/worksheets/_rels/sheet1.xml.rels")
      )
    }
  }
}
