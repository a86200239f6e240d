import Figures

/// One reading of a CSV register, on its own thread.
final class RegisterReading {
  private let request: ReadingRequest
  private let file: ByteFile
  private let handover: Handover
  private let issues: IssueList
  private var header: Header?
  private var checker: BlockChecker?
  /// Rows that are not blank, the header not counted.
  private var rows = 0
  private var handedOver = 0
  private var hasTrouble = false

  init(_ request: ReadingRequest, _ file: ByteFile, _ handover: Handover) {
    (self.request, self.file, self.handover) = (request, file, handover)
    issues = IssueList(file: request.name, log: request.findings)
    if !request.register.dialect.hasHeader { header = Header(without: request.register) }
  }

  func read() throws(IngestError) -> ReadingSummary {
    var summary = ReadingSummary(rows: 0, columns: request.storedColumns)
    if try FileCheck.isOther(file, request) { return summary }
    let verdict = try EncodingVerdict.of(file, declared: request.register.encoding)
    summary.encoding = verdict.encoding
    if let trouble = verdict.trouble {
      try UnreadableText(request, file).report(trouble.kind, at: trouble.offset, verdict)
      return summary
    }
    try readRows(TextStream(file, verdict.encoding, from: verdict.start))
    try file.checkUnchanged()
    summary.rows = handedOver
    summary.keys = checker?.primaryKeys
    return summary
  }

  private func readRows(_ stream: TextStream) throws(IngestError) {
    handover.start(columns: request.storedColumns.count)
    let reader = BlockReader(stream, request.register.dialect)
    var goesOn = true
    while goesOn, !reader.isAtEnd, let batch = handover.takeEmpty() {
      goesOn = try reader.next(into: batch) { block, used in
        check(block, used, reader.takeTroubles(), batch) { expectedRows(block.count, stream) }
      }
      issues.report { _ in nil }
      handOver(batch)
    }
    if reader.isAtEnd, goesOn { reportEmpty() }
  }

  /// As many rows for the rest of the file as there were so far, and some more.
  private func expectedRows(_ rows: Int, _ stream: TextStream) -> Int {
    let perRow = max(1, stream.offset / max(1, rows))
    return file.size / perRow * 8 / 7 + 16
  }

  /// false when the rest of the file cannot be read: the header is not what it must be.
  private func check(
    _ block: RowBlock, _ used: Int, _ troubles: [CSVParser.Trouble], _ batch: RowBatch,
    expecting rows: () -> Int
  ) -> Bool {
    var block = block
    if header == nil {
      let first = block.rows.first?.number ?? .max
      if troubles.contains(where: { $0.row < first }) {
        report(troubles)
        return false
      }
      guard block.count > 0 else { return true }
      guard readHeader(block) else { return false }
      block.removeFirst()
    }
    report(troubles)
    guard let header else { return true }
    let checker = checker ?? makeChecker(header, expecting: rows())
    self.checker = checker
    self.rows += block.count
    block.keep(cells: header.titles.count) { reportIrregular($0, header.titles.count) }
    checker.check(block, into: batch, used: used)
    return true
  }

  private func readHeader(_ block: RowBlock) -> Bool {
    let location = SourceLocation(file: request.name, row: Int(block.rows[0].number))
    let header = Header(block.strings(0), of: request.register, at: location)
    self.header = header
    header.findings.forEach(request.findings.report)
    return header.findings.isEmpty
  }

  private func makeChecker(_ header: Header, expecting rows: Int) -> BlockChecker {
    BlockChecker(
      request.register, header, storing: request.columns, passing: request.passed, expecting: rows, issues)
  }

  private func handOver(_ batch: RowBatch) {
    guard let checker, batch.rows > 0 else { return handover.giveBack(batch) }
    checker.appendRewritten(to: batch)
    handedOver += batch.rows
    handover.send(batch)
  }

  private func report(_ troubles: [CSVParser.Trouble]) {
    hasTrouble = hasTrouble || !troubles.isEmpty
    for trouble in troubles {
      let titles = header?.titles ?? []
      let title = titles.indices.contains(trouble.cell) ? titles[trouble.cell] : nil
      issues.add(trouble.code, row: trouble.row, column: trouble.cell, title: title) {
        Facts(found: Excerpt.of(trouble.text), arguments: ["limit": "\(CSVParser.mostBytesInCell)"])
      }
    }
  }

  private func reportIrregular(_ row: CellRecorder.Row, _ expected: Int) {
    issues.add(Int(row.cells) < expected ? .tooFewCells : .tooManyCells, row: row.number) {
      Facts(found: String(row.cells), expected: String(expected))
    }
  }

  private func reportEmpty() {
    if header == nil {
      request.findings.report(Finding(.emptyFile, at: request.location))
    } else if rows == 0, !hasTrouble, !request.register.isOptional {
      request.findings.report(Finding(.headerOnly, at: request.location))
    }
  }
}

extension CSVParser.Trouble {
  fileprivate var code: FindingCode {
    switch kind {
    case .bareQuote: .bareQuote
    case .unclosedQuote: .unclosedQuote
    case .tooLong: .cellTooLong
    }
  }
}
