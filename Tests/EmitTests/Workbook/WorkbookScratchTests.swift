import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite("Where a workbook's parts are kept until they are put together")
struct WorkbookScratchTests {
  private let day = CivilDay(year: 2025, month: 1, day: 1)

  private var grid: Grid {
    let cell = GridCell(.text("示例"), GridStyle(.name))
    let columns = [GridColumn(title: ["名称"], isNumeric: false)]
    return Grid(
      name: "表", title: "表", unit: .tenThousandYuan, columns: columns, page: GridPage(orientation: .portrait),
      isLong: true
    ) { _, body in
      for _ in 0..<200 { try body(GridRow(.body(level: 1), [cell])) }
    }
  }

  @Test("one of many is the same file as one alone, byte for byte")
  func sameBytes() throws {
    try withFolder { folder in
      let (alone, many) = (folder.appending(path: "alone.xlsx"), folder.appending(path: "many.xlsx"))
      try WorkbookWriter(created: day).write([grid], to: alone.path())
      try WorkbookWriter(created: day, isOneOfMany: true).write([grid], to: many.path())
      #expect(try Data(contentsOf: alone) == Data(contentsOf: many))
    }
  }

  @Test("nothing is left in memory or beside the workbook")
  func nothingLeft() throws {
    try withFolder { folder in
      let before = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm").count
      try WorkbookWriter(created: day, isOneOfMany: true).write(
        [grid], to: folder.appending(path: "a.xlsx").path())
      #expect(try FileManager.default.contentsOfDirectory(atPath: "/dev/shm").count == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["a.xlsx"])
    }
  }

  @Test("one alone keeps its parts on the disk")
  func alone() {
    #expect(WorkbookScratch(forOneOfMany: false) == .disk)
    #expect(WorkbookScratch.disk.folder(of: "output/workbooks/101.xlsx") == "output/workbooks")
    #expect(WorkbookScratch.disk.folder(of: "101.xlsx") == ".")
  }

  @Test("parts that memory has no room for are refused before the workbook is put together")
  func scratchFull() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.xlsx").path()
      let file = try WorkbookFile(path: path, isStreamed: true, scratch: .memory)
      _ = try file.addSheet("表")
      file.bytes = 1 << 50
      #expect(throws: WorkbookError.scratchFull) { try file.close(title: nil, created: day) }
      file.discard()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    }
  }
}
