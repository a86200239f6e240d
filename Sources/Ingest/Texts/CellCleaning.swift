import Figures
import Foundation

/// Makes the texts of cells what people see, before anything is checked or compared: without blanks at the edges,
/// of `="0123"` the text, and in Unicode's form NFC, in which what is the same is the same bytes. What cannot be
/// put right is remarked on.
final class CellCleaning {
  /// A cell in which something is worth a finding.
  struct Remark {
    /// Its place among the spans.
    var cell: Int
    var traits: TextTraits
    /// Its text as the file has it, in the same bytes.
    var original: CellRecorder.Span
  }

  /// Of the cells that were cleaned last, in their order.
  private(set) var remarks: [Remark] = []
  private var hasEmptied = false

  /// Cleans all cells of the rows; rows that have nothing left are blank lines.
  func clean(_ cut: CutRows) {
    guard cut.rowCount > 0 else { return remarks.removeAll() }
    let last = cut.rows[cut.rowCount - 1]
    let count = Int(last.firstCell) + Int(min(last.cells, CellRecorder.mostCells))
    clean(UnsafeMutableBufferPointer(start: cut.spans, count: count), in: cut.batch, used: &cut.used)
    if hasEmptied { cut.removeRows { $0.isBlank(cut.spans) } }
  }

  /// - Parameter used: how many of the batch's bytes the texts take; texts that become others are added after them.
  func clean(
    _ spans: UnsafeMutableBufferPointer<CellRecorder.Span>, in batch: RowBatch, used: inout Int
  ) {
    remarks.removeAll(keepingCapacity: true)
    hasEmptied = false
    let length = used
    var next = 0
    var start = 0
    while let found = Self.remarkable(in: batch.bytes, from: start, to: length) {
      let end = min(found + RemarkableBytes.stretch, length)
      next = Self.first(in: spans, from: next, endingAfter: found)
      while next < spans.count, Int(spans[next].start) < end {
        clean(next, spans, batch, &used)
        next += 1
      }
      start = found + RemarkableBytes.stretch
    }
  }

  /// Where the next stretch begins that has to be looked at closely; the last ones may lack room to be passed over.
  private static func remarkable(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var start = start
      while start < end, start + RemarkableBytes.stretch + RemarkableBytes.ahead <= bytes.count,
        !RemarkableBytes.areIn(base + start)
      {
        start += RemarkableBytes.stretch
      }
      return start < end ? start : nil
    }
  }

  /// The first cell, not before `from`, that goes on after a place in the bytes.
  private static func first(
    in spans: UnsafeMutableBufferPointer<CellRecorder.Span>, from: Int, endingAfter place: Int
  ) -> Int {
    var (low, high) = (from, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].start) + Int(spans[middle].length) <= place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func clean(
    _ cell: Int, _ spans: UnsafeMutableBufferPointer<CellRecorder.Span>, _ batch: RowBatch, _ used: inout Int
  ) {
    let original = spans[cell]
    if original.length == 0 { return }
    let (edges, traits, text) = batch.bytes.withUnsafeBufferPointer { bytes in
      CleanText.of(UnsafeBufferPointer(rebasing: bytes[original.range]))
    }
    if let text {
      spans[cell] = Self.append(text, to: batch, &used)
    } else {
      spans[cell].start += UInt32(edges.lowerBound)
      spans[cell].length = UInt32(edges.count)
    }
    if spans[cell].length == 0 { hasEmptied = true }
    if !traits.isEmpty { remarks.append(Remark(cell: cell, traits: traits, original: original)) }
  }

  private static func append(_ text: [UInt8], to batch: RowBatch, _ used: inout Int) -> CellRecorder.Span {
    let lacking = used + text.count + RemarkableBytes.stretch - batch.bytes.count
    if lacking > 0 {
      batch.bytes.append(contentsOf: repeatElement(0, count: lacking + batch.bytes.count / 8))
    }
    batch.bytes.replaceSubrange(used..<(used + text.count), with: text)
    defer { used += text.count }
    return CellRecorder.Span(start: UInt32(used), length: UInt32(text.count))
  }
}

extension CellRecorder.Span {
  var range: Range<Int> { Int(start)..<(Int(start) + Int(length)) }

  /// A cell whose finding says it all: it holds nothing, and is not missing.
  static let condemned = CellRecorder.Span(start: .max, length: 0)
  var isCondemned: Bool { start == .max }
}

extension CellRecorder.Row {
  fileprivate func isBlank(_ spans: UnsafePointer<CellRecorder.Span>) -> Bool {
    (0..<Int(min(cells, CellRecorder.mostCells))).allSatisfy { spans[Int(firstCell) + $0].length == 0 }
  }
}
