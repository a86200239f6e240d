import CWorkbook
import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite("How the parts of a workbook go into its archive")
struct WorkbookZipTests {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let end = "</hyperlinks>"

  @Test("a sheet that is not long takes the very bytes that libdeflate makes of it")
  func whole() throws {
    try withFolder { folder in
      let rows = (1...2000).map { [GridCell?.some(.text("采购项目\($0 * 7919 % 1000)")), .number(Int64($0))] }
      let file = try Self.workbook(Grid.of(rows), in: folder)
      let compressed = try #require(Self.compressed(Self.sheet, in: try Data(contentsOf: file)))
      let sheet = try run("unzip", ["-p", file.path(), Self.sheet])
      let expected = try Self.deflated(sheet)
      #expect(sheet.count > 100_000)
      #expect(compressed == expected)
    }
  }

  @Test("a long sheet streams, and is whole with its links")
  func streams() throws {
    try withFolder { folder in
      let file = try Self.workbook(Self.list(of: 50_000, padding: 0), in: folder)
      #expect(String(decoding: try run("unzip", ["-t", file.path()]), as: UTF8.self).contains("No errors"))
      let sheet = try run("unzip", ["-p", file.path(), Self.sheet])
      #expect(sheet.count > Int(WORKBOOK_PART_LIMIT) + 100_000)
      try Self.expectLinks(50_000, in: file)
    }
  }

  /// The sheet is so long that the mark before which links stand begins in what is handed over to be streamed, and ends
  /// in what comes after.
  @Test("links find their place when it is cut in two", arguments: [1, 5, 12])
  func cut(bytes: Int) throws {
    try withFolder { folder in
      let count = 41_000
      let first = try run(
        "unzip", ["-p", try Self.workbook(Self.list(of: count, padding: 1), in: folder).path(), Self.sheet])
      let own = Self.ownLength(of: first)
      let missing = Int(WORKBOOK_PART_LIMIT) - own + bytes
      try #require(missing > 0 && missing < count * 100)
      let file = try Self.workbook(Self.list(of: count, padding: missing + 1), in: folder)
      let sheet = try run("unzip", ["-p", file.path(), Self.sheet])
      #expect(Self.ownLength(of: sheet) == Int(WORKBOOK_PART_LIMIT) + bytes)
      try Self.expectLinks(count, in: file)
    }
  }

  @Test("an insertion that no part has taken is told")
  func untaken() {
    #expect(workbook_insert("xl/worksheets/sheet9.xml", Self.end, "", 0) == 1)
    #expect(workbook_end() == 1)
    #expect(workbook_end() == 0)
  }

  /// A list of addresses, so many bytes longer in its texts.
  private static func list(of count: Int, padding: Int) -> Grid {
    let (each, rest) = padding.quotientAndRemainder(dividingBy: count)
    let rows = (1...count).map { number -> [GridCell?] in
      var link = GridCell.text("合同")
      link.lead(to: .address("https://example.cn/\(number)"))
      let text = String(repeating: "a", count: 40 + each + (number == 1 ? rest : 0))
      return [.text(text), link]
    }
    return Grid.of(rows, isLong: true)
  }

  /// How long the library's own bytes are up to the end of the mark.
  private static func ownLength(of sheet: Data) -> Int {
    let text = String(decoding: sheet, as: UTF8.self)
    guard let links = text.firstRange(of: "<hyperlinks>"), let end = text.firstRange(of: end) else {
      return 0
    }
    let added = text[links.upperBound..<end.lowerBound].split(separator: "<hyperlink ").filter {
      $0.contains("r:id=\"link")
    }
    let length = text.utf8.distance(from: text.startIndex, to: end.upperBound)
    return length - added.reduce(0) { $0 + "<hyperlink ".count + $1.utf8.count }
  }

  private static func expectLinks(_ count: Int, in file: URL) throws {
    let links = try SheetAddresses(of: file)
    #expect(links.addresses.count == count)
    for number in [1, 2, 3, count] {
      #expect(links.addresses["B\(number)"] == "https://example.cn/\(number)")
    }
  }

  private static func workbook(_ grid: Grid, in folder: URL) throws -> URL {
    let file = folder.appending(path: "a.xlsx")
    try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
    return file
  }

  /// What stands in an archive for one of its files: each begins with a header that says how long it is.
  private static func compressed(_ name: String, in archive: Data) -> Data? {
    func number(_ place: Int, _ bytes: Int) -> Int {
      (0..<bytes).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
    }
    var place = 0
    while number(place, 4) == 0x0403_4B50 {
      let (length, nameLength, extra) = (number(place + 18, 4), number(place + 26, 2), number(place + 28, 2))
      let start = place + 30 + nameLength + extra
      let found = String(decoding: archive[place + 30..<place + 30 + nameLength], as: UTF8.self)
      if found == name { return Data(archive[start..<start + length]) }
      place = start + length
    }
    return nil
  }

  private static func deflated(_ data: Data) throws -> Data {
    typealias Make = @convention(c) (Int32) -> OpaquePointer?
    typealias Compress =
      @convention(c) (OpaquePointer?, UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt8>, Int) -> Int
    typealias End = @convention(c) (OpaquePointer?) -> Void
    let end = unsafeBitCast(try #require(dlsym(nil, "libdeflate_free_compressor")), to: End.self)
    let make = unsafeBitCast(try #require(dlsym(nil, "libdeflate_alloc_compressor")), to: Make.self)
    let compress = unsafeBitCast(try #require(dlsym(nil, "libdeflate_deflate_compress")), to: Compress.self)
    var bytes = [UInt8](repeating: 0, count: data.count)
    let compressor = make(WORKBOOK_WHOLE_LEVEL)
    defer { end(compressor) }
    let count = compress(compressor, Array(data), data.count, &bytes, bytes.count)
    return Data(bytes[..<count])
  }
}
