import Figures

/// Whole rows of a file on their way from the thread that cuts the text to the one that checks it: the batch that
/// will carry their values, and where in its bytes their cells lie.
///
/// Only one thread at a time holds it; it is handed over, never shared, and filled again when it is given back.
final class CutRows: @unchecked Sendable {
  let batch: RowBatch
  let spans: UnsafeMutablePointer<CellRecorder.Span>
  let rows: UnsafeMutablePointer<CellRecorder.Row>
  var rowCount = 0
  /// How many of the batch's bytes the rows take.
  var used = 0
  /// What could not be told into cells, since the rows before.
  var troubles: [CSVParser.Trouble] = []
  /// How far into the file they reach.
  var offset = 0

  /// - Parameter columns: values a row.
  init(columns: Int) {
    batch = RowBatch(columns: columns)
    spans = .allocate(capacity: BlockReader.mostSpans)
    rows = .allocate(capacity: BlockReader.mostRows)
  }

  deinit {
    spans.deallocate()
    rows.deallocate()
  }

  /// Leaves out rows; their cells stay where they are.
  func removeRows(where isOut: (CellRecorder.Row) -> Bool) {
    var kept = 0
    for index in 0..<rowCount where !isOut(rows[index]) {
      rows[kept] = rows[index]
      kept += 1
    }
    rowCount = kept
  }

  /// Shows the rows to `body` while their bytes stand still.
  func show<Result>(_ body: (RowBlock) -> Result) -> Result {
    batch.bytes.withUnsafeBufferPointer { bytes in
      let rows = UnsafeMutableBufferPointer(start: rows, count: rowCount)
      return body(RowBlock(bytes: bytes.baseAddress.unsafelyUnwrapped, spans: spans, rows: rows))
    }
  }
}
