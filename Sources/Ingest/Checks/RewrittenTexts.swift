import Figures

/// Texts that a column keeps in another form than the file has them: they follow the block's own bytes.
final class RewrittenTexts {
  /// Where they start.
  private(set) var base: Int64 = 0
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  private var used = 0

  deinit { buffer.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer.prefix(used)) }

  func begin(after count: Int) {
    base = Int64(count)
    used = 0
  }

  func add(_ text: String) -> RowBatch.Cell {
    let length = text.utf8.count
    if used + length > buffer.count { grow(to: used + length) }
    _ = UnsafeMutableBufferPointer(rebasing: buffer[used...]).update(fromContentsOf: text.utf8)
    defer { used += length }
    return RowBatch.Cell(payload: base + Int64(used), length: Int32(clamping: length))
  }

  func text(_ cell: RowBatch.Cell) -> UnsafeBufferPointer<UInt8> {
    let start = Int(cell.payload - base)
    return UnsafeBufferPointer(rebasing: buffer[start..<(start + Int(cell.length))])
  }

  private func grow(to wanted: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(wanted, 2 * buffer.count))
    _ = larger.update(fromContentsOf: bytes)
    buffer.deallocate()
    buffer = larger
  }
}
