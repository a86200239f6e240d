import Figures
import Glibc

/// Cuts a text stream into blocks of whole rows, whose bytes lie in the batches that will carry them.
final class BlockReader {
  /// A block ends at the first row end after as much as this; memory and cache decide.
  private static let bytesGoal = 1 << 18
  private static let cellsGoal = 3 << 14
  private static let rowsGoal = 1 << 13
  /// The recorder may write this far past a cell.
  private static let slack = 32

  private let stream: TextStream
  private let parser: CSVParser
  private let recorder: UnsafeMutablePointer<CellRecorder>
  /// false: the text is cut off on purpose, and what is open at its end stays open.
  private let closesLastRow: Bool
  /// The beginning of the row that runs over the block's end.
  private var carried: [UInt8] = []
  private var carriageReturns = 0
  private var hasInnerReturns = false
  private(set) var isAtEnd = false

  init(_ stream: TextStream, _ dialect: Dialect, closesLastRow: Bool = true) {
    self.stream = stream
    self.closesLastRow = closesLastRow
    // One text block has fewer cells and rows than bytes, converted ones half as many bytes again.
    let most = TextStream.blockLength * 3 / 2 + 32
    recorder = .allocate(capacity: 1)
    recorder.initialize(
      to: CellRecorder(
        bytes: .allocate(capacity: 1),
        spans: .allocate(capacity: Self.cellsGoal + most + Int(CellRecorder.mostCells)),
        rows: .allocate(capacity: Self.rowsGoal + most)))
    recorder.pointee.bytes.deallocate()
    parser = CSVParser(dialect, into: recorder)
  }

  deinit {
    recorder.pointee.spans.deallocate()
    recorder.pointee.rows.deallocate()
    recorder.deallocate()
  }

  /// Rows so far, blank ones counted.
  var rowNumber: Int64 { recorder.pointee.rowNumber }
  /// Cells of the row that is being read, so far.
  var cellsOfOpenRow: Int { Int(recorder.pointee.cells) }

  func takeTroubles() -> [CSVParser.Trouble] { parser.takeTroubles() }

  /// Reads the next rows into the batch's bytes, and shows them to `body` while these stand still, with how
  /// many of the bytes they take.
  func next<Result>(
    into batch: RowBatch, _ body: (RowBlock, Int) -> Result
  ) throws(IngestError) -> Result {
    resume(batch)
    while !isAtEnd, !isFull { try readBlock(into: batch) }
    return batch.bytes.withUnsafeMutableBufferPointer { bytes in
      let used = recorder.pointee.firstByte
      carried = Array(bytes[used..<recorder.pointee.used])
      let rows = UnsafeMutableBufferPointer(start: recorder.pointee.rows, count: recorder.pointee.rowCount)
      let start = UnsafePointer(bytes.baseAddress.unsafelyUnwrapped)
      return body(RowBlock(bytes: start, spans: recorder.pointee.spans, rows: rows), used)
    }
  }

  /// Without a whole row, a block goes on: a row of megabytes is not carried over again and again.
  private var isFull: Bool {
    if parser.hasManyTroubles { return true }
    if recorder.pointee.rowCount == 0 { return false }
    return recorder.pointee.used >= Self.bytesGoal || recorder.pointee.spanCount >= Self.cellsGoal
      || recorder.pointee.rowCount >= Self.rowsGoal
  }

  /// Begins a block with what the last one left over.
  private func resume(_ batch: RowBatch) {
    let state = recorder.pointee
    let spans = state.spans
    for index in state.firstSpan..<state.spanCount {
      var span = spans[index]
      span.start &-= UInt32(truncatingIfNeeded: state.firstByte)
      spans[index - state.firstSpan] = span
    }
    reserve(carried.count, in: batch)
    batch.bytes.withUnsafeMutableBytes { $0.copyBytes(from: carried) }
    recorder.pointee.used = carried.count
    recorder.pointee.spanCount = state.spanCount - state.firstSpan
    (recorder.pointee.firstSpan, recorder.pointee.firstByte, recorder.pointee.rowCount) = (0, 0, 0)
  }

  private func readBlock(into batch: RowBatch) throws(IngestError) {
    let text = try stream.next()
    reserve(recorder.pointee.used + parser.pendingBytes + (text?.count ?? 0), in: batch)
    let firstSpan = recorder.pointee.firstSpan
    batch.bytes.withUnsafeMutableBufferPointer { bytes in
      recorder.pointee.bytes = bytes.baseAddress.unsafelyUnwrapped
      if let text {
        parser.parse(text)
        noteReturns(text)
      } else {
        if closesLastRow { parser.finish() }
        isAtEnd = true
      }
      if hasInnerReturns { dropInnerReturns(from: firstSpan) }
    }
    isAtEnd = isAtEnd || parser.isStopped
  }

  private func reserve(_ count: Int, in batch: RowBatch) {
    let wanted = count + Self.slack
    guard batch.bytes.count < wanted else { return }
    var larger = [UInt8](repeating: 0, count: max(wanted, 2 * batch.bytes.count))
    larger.withUnsafeMutableBytes { $0.copyBytes(from: batch.bytes) }
    batch.bytes = larger
  }

  /// More carriage returns than rows that they ended: there are some inside of cells.
  private func noteReturns(_ text: UnsafeRawBufferPointer) {
    var rest = text
    while let start = rest.baseAddress, let found = memchr(start, 0x0D, rest.count) {
      carriageReturns += 1
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(UnsafeRawPointer(found) - start + 1))
    }
    hasInnerReturns = hasInnerReturns || carriageReturns != recorder.pointee.carriageReturns
  }

  /// Line ends inside of cells are LF, however the file writes its own.
  private func dropInnerReturns(from first: Int) {
    for index in first..<recorder.pointee.spanCount {
      let span = recorder.pointee.spans[index]
      let start = recorder.pointee.bytes + Int(span.start)
      var kept = 0
      for next in 0..<Int(span.length) {
        if start[next] == 0x0D, next + 1 < span.length, start[next + 1] == 0x0A { continue }
        start[kept] = start[next]
        kept += 1
      }
      recorder.pointee.spans[index].length = UInt32(truncatingIfNeeded: kept)
    }
  }
}
