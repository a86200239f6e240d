/// Some rows of a file, as texts: what the checks see. It points into buffers that are filled again
/// afterwards.
struct RowBlock {
  let bytes: UnsafePointer<UInt8>
  let spans: UnsafeMutablePointer<CellRecorder.Span>
  private(set) var rows: UnsafeMutableBufferPointer<CellRecorder.Row>

  init(
    bytes: UnsafePointer<UInt8>, spans: UnsafeMutablePointer<CellRecorder.Span>,
    rows: UnsafeMutableBufferPointer<CellRecorder.Row>
  ) {
    (self.bytes, self.spans, self.rows) = (bytes, spans, rows)
  }

  var count: Int { rows.count }

  @inline(__always)
  func span(_ row: Int, _ cell: Int) -> CellRecorder.Span { spans[Int(rows[row].firstCell) &+ cell] }

  @inline(__always)
  func text(_ row: Int, _ cell: Int) -> UnsafeBufferPointer<UInt8> { text(span(row, cell)) }

  @inline(__always)
  func text(_ span: CellRecorder.Span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(span.start), count: Int(span.length))
  }

  /// The cells of a row, as far as they were kept.
  func strings(_ row: Int) -> [String] {
    let cells = min(rows[row].cells, CellRecorder.mostCells)
    return (0..<Int(cells)).map { String(decoding: text(row, $0), as: UTF8.self) }
  }

  /// The row that has a cell, by the cell's place among the spans; nil when it is none of these rows'.
  func row(ofCell cell: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].firstCell) + Int(rows[middle].cells) <= cell {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < rows.count && Int(rows[low].firstCell) <= cell ? low : nil
  }

  mutating func removeFirst() { rows = UnsafeMutableBufferPointer(rebasing: rows.dropFirst()) }

  /// Leaves out the rows that have not just so many cells, and hands them to `irregular`. More of them may follow under
  /// titles that are empty, up to `width`, or when they are empty themselves: `1,2,,`.
  mutating func keep(cells: Int, width: Int, irregular: (CellRecorder.Row) -> Void) {
    var kept = 0
    for index in 0..<rows.count {
      let row = rows[index]
      if Int(row.cells) == cells || isPadded(row, cells, width) {
        if kept < index { rows[kept] = row }
        kept += 1
      } else {
        irregular(row)
      }
    }
    rows = UnsafeMutableBufferPointer(rebasing: rows.prefix(kept))
  }

  private func isPadded(_ row: CellRecorder.Row, _ cells: Int, _ width: Int) -> Bool {
    if row.cells < cells || row.cells > CellRecorder.mostCells { return false }
    return (max(cells, width)..<max(width, Int(row.cells))).allSatisfy {
      spans[Int(row.firstCell) + $0].length == 0
    }
  }

  /// The cells of any row of the file that lies in these bytes, as far as they were kept.
  func cells(of row: CellRecorder.Row) -> [[UInt8]] {
    (0..<Int(min(row.cells, CellRecorder.mostCells))).map { Array(text(spans[Int(row.firstCell) + $0])) }
  }
}
