/// Where libcsv's callbacks write what they are given: flat memory and counters, no Swift objects, since they
/// run for every cell of every register.
struct CellRecorder {
  /// A cell's text in the block's bytes.
  struct Span {
    var start: UInt32
    var length: UInt32
  }

  /// A row of the block.
  struct Row {
    var firstCell: UInt32
    /// Cells, also those past `mostCells` that are not kept.
    var cells: UInt32
    /// As a spreadsheet shows it: from 1, blank lines counted.
    var number: Int64
  }

  /// More cells than any spreadsheet has columns are counted, not kept.
  static let mostCells: UInt32 = 16_384
  /// No row is longer; what comes after is not kept.
  static let mostBytesInRow = 1 << 24

  /// Where to write; another's memory, given before anything is parsed.
  var bytes = UnsafeMutablePointer<UInt8>(bitPattern: 16).unsafelyUnwrapped
  var used = 0
  var spans = UnsafeMutablePointer<Span>(bitPattern: 16).unsafelyUnwrapped
  var spanCount = 0
  var rows = UnsafeMutablePointer<Row>(bitPattern: 16).unsafelyUnwrapped
  var rowCount = 0

  /// Rows that have ended, blank ones counted.
  var rowNumber: Int64 = 0
  /// Where the row that is being read began.
  var firstSpan = 0
  var firstByte = 0
  var cells: UInt32 = 0
  /// Something in the row cannot be read; it is reported, and the row is not kept.
  var isBroken = false
  /// The last row that was longer than any may be.
  var longRow: Int64 = 0
  var lastTerminator: Int32 = 0
  /// Carriage returns that ended rows, against which those inside of cells are told.
  var carriageReturns = 0

  @inline(__always)
  mutating func cell(_ text: UnsafeRawPointer?, _ length: Int) {
    cells &+= 1
    if cells > Self.mostCells { return }
    if used &- firstByte &+ length > Self.mostBytesInRow {
      (isBroken, longRow) = (true, rowNumber &+ 1)
      return
    }
    spans[spanCount] = Span(
      start: UInt32(truncatingIfNeeded: used), length: UInt32(truncatingIfNeeded: length))
    spanCount &+= 1
    guard let text else { return }
    let target = UnsafeMutableRawPointer(bytes + used)
    if length <= 16 {
      // libcsv's own buffer is never shorter than that, and neither is what is left of ours.
      target.storeBytes(of: text.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(
        of: text.loadUnaligned(fromByteOffset: 8, as: UInt64.self), toByteOffset: 8, as: UInt64.self)
    } else {
      target.copyMemory(from: text, byteCount: length)
    }
    used &+= length
  }

  @inline(__always)
  mutating func endRow(_ terminator: Int32) {
    if terminator == 0x0D { carriageReturns &+= 1 }
    if cells == 0, terminator == 0x0A, lastTerminator == 0x0D {
      lastTerminator = 0
      return
    }
    lastTerminator = terminator
    rowNumber &+= 1
    if used > firstByte, !isBroken {
      rows[rowCount] = Row(firstCell: UInt32(truncatingIfNeeded: firstSpan), cells: cells, number: rowNumber)
      rowCount &+= 1
    } else {
      // A blank line, or a row of nothing but delimiters, as spreadsheets export them; or a broken row.
      spanCount = firstSpan
      used = firstByte
    }
    beginRow()
  }

  mutating func beginRow() {
    (firstSpan, firstByte, cells, isBroken) = (spanCount, used, 0, false)
  }
}
