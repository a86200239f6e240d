import CWorkbookZip
import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite("How hard a workbook is compressed")
struct WorkbookZipTests {
  private let grid = Grid.of(
    (1...2000).map { [.text("采购项目\($0 * 7919 % 1000)"), .number(Int64($0 * 7919))] })

  @Test("a sheet takes the very bytes that zlib makes of it at the program's own level")
  func level() throws {
    try withFolder { folder in
      let file = folder.appending(path: "a.xlsx")
      try WorkbookWriter(created: CivilDay(year: 2025, month: 1, day: 1)).write([grid], to: file.path())
      let name = "xl/worksheets/sheet1.xml"
      let sheet = try run("unzip", ["-p", file.path(), name])
      let compressed = try #require(Self.compressed(name, in: try Data(contentsOf: file)))
      let expected = try Self.deflated(sheet, level: WORKBOOK_COMPRESSION_LEVEL)
      #expect(compressed.count == expected.count)
      #expect(compressed == expected)
      #expect(compressed.count > (try Self.deflated(sheet, level: 6)).count)
    }
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

  /// By zlib itself, without the two bytes that it puts before and the four after.
  private static func deflated(_ data: Data, level: Int32) throws -> Data {
    typealias Compress =
      @convention(c) (
        UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt>, UnsafePointer<UInt8>, UInt, Int32
      ) -> Int32
    let compress = unsafeBitCast(try #require(dlsym(nil, "compress2")), to: Compress.self)
    var count = UInt(data.count + 1024)
    var bytes = [UInt8](repeating: 0, count: data.count + 1024)
    #expect(compress(&bytes, &count, Array(data), UInt(data.count), level) == 0)
    return Data(bytes[2..<Int(count) - 4])
  }
}
