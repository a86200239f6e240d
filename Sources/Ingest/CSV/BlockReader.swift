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
  /// One text block has fewer cells and rows than bytes, converted ones half as many bytes again.
  private static let mostInText = TextStream.blockLength * 3 / 2 + 32
  static let mostSpans = cellsGoal + mostInText + Int(CellRecorder.mostCells)
  static let mostRows = rowsGoal + mostInText

  private let stream: TextStream
  private let parser: CSVParser
  private let recorder: UnsafeMutablePointer<CellRecorder>
  /// false: the text is cut off on purpose, and what is open at its end stays open.
  private let closesLastRow: Bool
  /// The beginning of the row that runs over the block's end: its bytes, and its cells so far.
  private var carried: (bytes: [UInt8], spans: [CellRecorder.Span]) = ([], [])
  private var carriageReturns = 0
  private var hasInnerReturns = false
  private(set) var isAtEnd = false

  init(_ stream: TextStream, _ dialect: Dialect, closesLastRow: Bool = true) {
    self.stream = stream
    self.closesLastRow = closesLastRow
    recorder = .allocate(capacity: 1)
    recorder.initialize(to: CellRecorder())
    parser = CSVParser(dialect, into: recorder)
  }

  deinit { recorder.deallocate() }

  /// Rows so far, blank ones counted.
  var rowNumber: Int64 { recorder.pointee.rowNumber }
  /// Cells of the row that is being read, so far.
  var cellsOfOpenRow: Int { Int(recorder.pointee.cells) }

  /// Cuts the next rows; their texts lie in the bytes of the batch that carries them.
  func next(into cut: CutRows) throws(IngestError) {
    resume(cut)
    while !isAtEnd, !isFull { try readBlock(into: cut.batch) }
    let state = recorder.pointee
    (cut.rowCount, cut.used, cut.offset) = (state.rowCount, state.firstByte, stream.offset)
    cut.troubles = parser.takeTroubles()
    carried.bytes = Array(cut.batch.bytes[state.firstByte..<state.used])
    carried.spans = (state.firstSpan..<state.spanCount).map { index in
      var span = state.spans[index]
      span.start &-= UInt32(truncatingIfNeeded: state.firstByte)
      return span
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
  private func resume(_ cut: CutRows) {
    reserve(carried.bytes.count, in: cut.batch)
    cut.batch.bytes.withUnsafeMutableBytes { $0.copyBytes(from: carried.bytes) }
    cut.spans.update(from: carried.spans, count: carried.spans.count)
    (recorder.pointee.spans, recorder.pointee.rows) = (cut.spans, cut.rows)
    (recorder.pointee.used, recorder.pointee.spanCount) = (carried.bytes.count, carried.spans.count)
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

  /// Line ends inside of cells are LF, however the file writes its own, CR alone too.
  private func dropInnerReturns(from first: Int) {
    for index in first..<recorder.pointee.spanCount {
      let span = recorder.pointee.spans[index]
      let start = recorder.pointee.bytes + Int(span.start)
      var kept = 0
      for next in 0..<Int(span.length) {
        if start[next] == 0x0D, next + 1 < span.length, start[next + 1] == 0x0A { continue }
        start[kept] = start[next] == 0x0D ? 0x0A : start[next]
        kept += 1
      }
      recorder.pointee.spans[index].length = UInt32(truncatingIfNeeded: kept)
    }
  }
}
