import CWorkbook
import CXLSXWriter
import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite("Where a workbook's parts are kept until they are put together")
struct WorkbookScratchTests {
  private static let long = Int(WORKBOOK_PART_LIMIT) + 3_000_000

  private static func makeFile(in folder: String) throws -> UnsafeMutablePointer<FILE> {
    var path = Array(folder.utf8CString)
    return try #require(lxw_tmpfile(&path))
  }

  /// Writes a file that is too long for memory, where there is no folder for it.
  private static func loseFile() throws {
    let file = try makeFile(in: "/nowhere")
    _ = bytes(long).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  /// Numbers one after the other, so that every place is different.
  private static func bytes(_ count: Int) -> [UInt8] {
    var bytes = (0..<count / 8 + 1).flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  @Test("a file reads what was written, in memory or on the disk", arguments: [0, 1, 100_000, long])
  func reads(count: Int) throws {
    try withFolder { folder in
      let file = try Self.makeFile(in: folder.path())
      let expected = Self.bytes(count)
      for start in stride(from: 0, to: count, by: 5000) {
        let piece = expected[start..<min(start + 5000, count)]
        #expect(piece.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == piece.count)
      }
      rewind(file)
      var found = [UInt8](repeating: 0, count: count + 1)
      #expect(fread(&found, 1, count + 1, file) == count)
      #expect(found.dropLast() == expected[...])
      #expect(fseek(file, count / 2, SEEK_SET) == 0 && ftell(file) == count / 2)
      if count > 0 { #expect(fgetc(file) == Int32(expected[count / 2])) }
      #expect(fclose(file) == 0 && workbook_scratch_error() == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    }
  }

  @Test("what cannot be written is told, once")
  func tells() throws {
    try Self.loseFile()
    #expect(workbook_scratch_error() == ENOENT)
    #expect(workbook_scratch_error() == 0)
  }

  @Test("a workbook whose parts could not be kept is refused and removed")
  func refuses() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.xlsx").path()
      let file = try WorkbookFile(path: path, isStreamed: true)
      _ = try file.addSheet("表")
      try Self.loseFile()
      #expect(throws: WorkbookError.file(path: path, reason: "No such file or directory")) {
        try file.close(title: nil, created: CivilDay(year: 2025, month: 1, day: 1))
      }
      file.discard()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    }
  }

  @Test("a disk without room for the parts is told before the workbook is put together")
  func diskFull() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.xlsx").path()
      let file = try WorkbookFile(path: path, isStreamed: true)
      _ = try file.addSheet("表")
      file.bytes = 1 << 50
      #expect(throws: WorkbookError.diskFull(path: path, bytes: (2 << 50) + 65536)) {
        try file.close(title: nil, created: CivilDay(year: 2025, month: 1, day: 1))
      }
      file.discard()
    }
  }

  @Test("temporary files lie beside the workbook")
  func folder() {
    #expect(WorkbookFile.folder(of: "output/workbooks/101.xlsx") == "output/workbooks")
    #expect(WorkbookFile.folder(of: "101.xlsx") == ".")
    #expect(WorkbookFile.folder(of: "/101.xlsx") == "/")
  }
}
