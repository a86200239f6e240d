import Figures

/// One column of a block while it is checked: its texts, and its values as they are read from them.
struct CheckedColumn {
  let block: RowBlock
  /// The column's place in the file's rows.
  let cell: Int
  /// Values, `stride` apart: in the batch when the column is stored, else on the side.
  let values: UnsafeMutablePointer<RowBatch.Cell>
  let stride: Int
  let rewritten: RewrittenTexts
  let issues: IssueList
  let title: String
  /// Texts that stand for "nothing".
  let missing: TextSet

  var count: Int { block.count }

  @inline(__always)
  func value(_ row: Int) -> RowBatch.Cell { values[row &* stride] }

  /// A value's text; empty for nothing and for numbers.
  @inline(__always)
  func text(_ value: RowBatch.Cell) -> UnsafeBufferPointer<UInt8> {
    if value.length < 0 { return UnsafeBufferPointer(start: nil, count: 0) }
    if value.payload >= rewritten.base { return rewritten.text(value) }
    return UnsafeBufferPointer(start: block.bytes + Int(value.payload), count: Int(value.length))
  }

  func isMissing(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !missing.isEmpty && missing.contains(text) }

  /// From now on the cell holds nothing.
  func condemn(_ row: Int) { block.spans[Int(block.rows[row].firstCell) + cell] = .condemned }

  func report(
    _ code: FindingCode, _ row: Int, severity: Severity = .error,
    _ facts: @escaping (inout Facts) -> Void = { _ in }
  ) {
    issues.add(
      code, severity: severity, row: block.rows[row].number, index: row, column: cell, title: title
    ) {
      var result = Facts(found: Excerpt.of(block.text(row, cell)))
      facts(&result)
      return result
    }
  }
}

extension RowBatch.Cell {
  static var nothing: RowBatch.Cell { RowBatch.Cell(payload: 0, length: null) }

  @inline(__always)
  init(integer: Int64) { self.init(payload: integer, length: Self.integer) }

  @inline(__always)
  init(_ span: CellRecorder.Span) {
    self.init(payload: Int64(span.start), length: Int32(truncatingIfNeeded: span.length))
  }

  var isNothing: Bool { length == Self.null }
  var isInteger: Bool { length == Self.integer }
}
