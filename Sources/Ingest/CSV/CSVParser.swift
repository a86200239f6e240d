import CCSV
import Figures

/// libcsv, strict, writing into a `CellRecorder`.
///
/// Spaces and tabs around cells without quotes are no part of them. A quote inside a cell, or text after a
/// closing quote, is trouble of that row. A quote that is never closed ends the reading. Cells may have a
/// megabyte.
final class CSVParser {
  struct Trouble {
    enum Kind { case bareQuote, unclosedQuote, tooLong }
    var kind: Kind
    var row: Int64
    /// The cell's index in its row.
    var cell: Int
    /// The cell as far as it was read.
    var text: [UInt8]
  }

  static let mostBytesInCell = 1 << 20
  private static let bytesShown = 400

  private let parser: UnsafeMutablePointer<csv_parser>
  private let recorder: UnsafeMutablePointer<CellRecorder>
  private var troubles: [Trouble] = []
  private var lastTrouble: (kind: Trouble.Kind, row: Int64, cell: Int)?
  private var lastLongRow: Int64 = 0
  /// An unclosed quote: what follows cannot be told into rows.
  private(set) var isStopped = false

  init(_ dialect: Dialect, into recorder: UnsafeMutablePointer<CellRecorder>) {
    self.recorder = recorder
    parser = .allocate(capacity: 1)
    csv_init(parser, UInt8(CSV_STRICT | CSV_REPALL_NL))
    csv_set_delim(parser, dialect.delimiter)
    csv_set_quote(parser, dialect.quote)
    csv_set_blk_size(parser, 4096)
    // Refusing more memory is how a cell that is too long shows.
    csv_set_realloc_func(parser) { $1 > CSVParser.mostBytesInCell ? nil : realloc($0, $1) }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  /// How many bytes of the cell that is being read libcsv holds.
  var pendingBytes: Int { parser.pointee.entry_pos }

  /// Enough to be reported before any more are gathered.
  var hasManyTroubles: Bool { troubles.count >= 1000 }

  /// The troubles since the last call.
  func takeTroubles() -> [Trouble] {
    defer { troubles.removeAll() }
    return troubles
  }

  /// The recorder must have room for `pendingBytes` and the block.
  func parse(_ block: UnsafeRawBufferPointer) {
    var rest = block
    while !rest.isEmpty, !isStopped {
      let count = parseSome(rest)
      if count == rest.count { break }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      if csv_error(parser) == CSV_EPARSE {
        rest = passTrouble(rest)
      } else {
        note(.tooLong)
        dropCell()
      }
    }
    noteLongRow()
  }

  /// The end of the file: what is still open is a row.
  func finish() {
    guard !isStopped else { return }
    if parser.pointee.pstate == State.inCell, parser.pointee.quoted != 0 {
      note(.unclosedQuote)
      isStopped = true
    } else {
      csv_fini(parser, cellCallback, rowCallback, recorder)
      noteLongRow()
    }
  }

  private func parseSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    csv_parse(parser, bytes.baseAddress, bytes.count, cellCallback, rowCallback, recorder)
  }

  /// libcsv's `FIELD_NOT_BEGUN` and `FIELD_BEGUN` (libcsv.c).
  private enum State {
    static let beforeCell: Int32 = 1
    static let inCell: Int32 = 2
  }

  /// What is in the way and no trouble: blanks that are no spaces, before an opening quote or after a closing one, and
  /// the quotes of `="0123"`. Everything else is a quote where none may be.
  private func passTrouble(_ rest: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let cell = UnsafeBufferPointer(start: parser.pointee.entry_buf, count: parser.pointee.entry_pos)
    if parser.pointee.quoted != 0, let blank = Self.blank(at: rest) {
      return UnsafeRawBufferPointer(rebasing: rest.dropFirst(blank))
    }
    if parser.pointee.quoted == 0, CleanText.edges(of: cell).isEmpty {
      (parser.pointee.entry_pos, parser.pointee.spaces, parser.pointee.pstate) = (0, 0, State.beforeCell)
      return rest
    }
    let isFormula =
      parser.pointee.quoted == 0 && (cell.elementsEqual("=".utf8) || cell.starts(with: "=\"".utf8))
    if !isFormula { noteQuote() }
    return isStopped ? rest : passOver(rest)
  }

  /// The length of a blank that begins there; nil when none does.
  private static func blank(at bytes: UnsafeRawBufferPointer) -> Int? {
    bytes.withMemoryRebound(to: UInt8.self) { bytes in
      var scalars = UTF8Scalars(bytes)
      guard let scalar = scalars.next(), scalars.index <= bytes.count else { return nil }
      return CharacterKind(scalar).isBlank ? scalars.index : nil
    }
  }

  /// A quote where none may be. When the cell already runs over a line end, it is the next cell's opening
  /// quote, and this cell's own was never closed.
  private func noteQuote() {
    let cell = UnsafeBufferPointer(start: parser.pointee.entry_buf, count: parser.pointee.entry_pos)
    let isOpen = parser.pointee.quoted != 0 && cell.contains(UInt8(ascii: "\n"))
    note(isOpen ? .unclosedQuote : .bareQuote)
    isStopped = isOpen
  }

  /// Reads the byte that is in the way as if it were any other, and the rest of the cell as one without
  /// quotes.
  private func passOver(_ rest: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    parser.pointee.options &= ~UInt8(CSV_STRICT)
    _ = parseSome(UnsafeRawBufferPointer(rebasing: rest.prefix(1)))
    parser.pointee.options |= UInt8(CSV_STRICT)
    (parser.pointee.pstate, parser.pointee.quoted, parser.pointee.spaces) = (State.inCell, 0, 0)
    return UnsafeRawBufferPointer(rebasing: rest.dropFirst())
  }

  /// Forgets the cell as far as it was read; one byte is left, since libcsv may take back a quote.
  private func dropCell() {
    (parser.pointee.entry_pos, parser.pointee.spaces) = (1, 0)
  }

  /// One trouble of a kind a cell.
  private func note(_ kind: Trouble.Kind) {
    recorder.pointee.isBroken = true
    let trouble = (kind: kind, row: recorder.pointee.rowNumber + 1, cell: Int(recorder.pointee.cells))
    if let lastTrouble, lastTrouble == trouble { return }
    lastTrouble = trouble
    let text = UnsafeBufferPointer(start: parser.pointee.entry_buf, count: parser.pointee.entry_pos)
    troubles.append(
      Trouble(kind: kind, row: trouble.row, cell: trouble.cell, text: Array(text.prefix(Self.bytesShown))))
  }

  /// A row that is too long as a whole; the recorder has dropped it.
  private func noteLongRow() {
    let row = recorder.pointee.longRow
    guard row != lastLongRow else { return }
    lastLongRow = row
    troubles.append(Trouble(kind: .tooLong, row: row, cell: 0, text: []))
  }
}

private let cellCallback: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
  text, length, context in
  context.unsafelyUnwrapped.assumingMemoryBound(to: CellRecorder.self).pointee.cell(text, length)
}

private let rowCallback: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { terminator, context in
  context.unsafelyUnwrapped.assumingMemoryBound(to: CellRecorder.self).pointee.endRow(terminator)
}
