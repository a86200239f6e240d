import Figures

/// Checks the rows of one CSV register as they are cut, on the caller's thread: the header first, then every row
/// and cell.
final class RegisterChecking {
  private let request: ReadingRequest
  private let size: Int
  private let issues: IssueList
  private let cleaning = CellCleaning()
  private var header: Header?
  private var checker: BlockChecker?
  /// Rows that are not blank, the header not counted.
  private var rows = 0
  private var hasTrouble = false
  /// Rows that were good enough to be stored.
  private(set) var accepted = 0

  /// - Parameter size: the file's, in bytes.
  init(_ request: ReadingRequest, size: Int) {
    (self.request, self.size) = (request, size)
    issues = IssueList(file: request.name, log: request.findings)
    if !request.register.dialect.hasHeader { header = Header(without: request.register) }
  }

  /// The rows with too few or too many cells so far.
  private var irregular = 0

  /// Names in SQL of the columns that nothing is known of.
  var lacking: Set<String> { Set(header?.lacking.flatMap(\.sqlColumns).map(\.name) ?? []) }

  /// The primary keys of all rows so far; nil when the register has none.
  var primaryKeys: KeySet? { checker?.primaryKeys }

  /// Fills the rows' batch with what is to be stored. false when the rest of the file cannot be read: the header is
  /// not what it must be.
  func check(_ cut: CutRows) -> Bool {
    cut.batch.rowNumbers.removeAll(keepingCapacity: true)
    cleaning.clean(cut)
    let goesOn = cut.show { check($0, cut) }
    checker?.appendRewritten(to: cut.batch)
    issues.report { _ in nil }
    accepted += cut.batch.rows
    return goesOn
  }

  private func check(_ rows: RowBlock, _ cut: CutRows) -> Bool {
    var block = rows
    if header == nil {
      let first = block.rows.first?.number ?? .max
      if cut.troubles.contains(where: { $0.row < first }) {
        report(cut.troubles)
        return false
      }
      guard block.count > 0 else { return true }
      guard readHeader(block) else { return false }
      block.removeFirst()
    }
    report(cut.troubles)
    guard let header else { return true }
    let checker = checker ?? makeChecker(header, expecting: expectedRows(block.count, cut.offset))
    self.checker = checker
    self.rows += block.count
    let all = block
    block.keep(cells: header.titles.count, width: header.width) { reportIrregular($0, all, header, checker) }
    checker.check(block, into: cut.batch, used: cut.used, cleaning.remarks)
    return true
  }

  /// As many rows for the rest of the file as there were so far, and some more.
  private func expectedRows(_ rows: Int, _ offset: Int) -> Int {
    let perRow = max(1, offset / max(1, rows))
    return size / perRow * 8 / 7 + 16
  }

  private func readHeader(_ block: RowBlock) -> Bool {
    let location = SourceLocation(file: request.name, row: Int(block.rows[0].number))
    let header = Header(block.strings(0), of: request.register, at: location)
    self.header = header
    header.findings.forEach(request.findings.report)
    return header.isReadable
  }

  private func makeChecker(_ header: Header, expecting rows: Int) -> BlockChecker {
    BlockChecker(
      request.register, header, storing: request.columns, passing: request.passed, expecting: rows, issues)
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

  /// A row that is none of the table's is said to be so; of any other, the cells whose place is certain are checked.
  private func reportIrregular(
    _ row: CellRecorder.Row, _ block: RowBlock, _ header: Header, _ checker: BlockChecker
  ) {
    irregular += 1
    let (count, expected) = (Int(row.cells), header.titles.count)
    let isListed = irregular <= FindingLog.listedPerCode
    let cells = isListed ? block.cells(of: row) : []
    let texts = cells.map { String(decoding: $0, as: UTF8.self) }
    if let stray = checker.stray(texts, isWrong: true) { return stray.report(to: issues, row: row.number) }
    issues.add(count < expected ? .tooFewCells : .tooManyCells, row: row.number) {
      Facts(found: String(count), expected: String(expected))
    }
    RaggedRow(cells, columns: expected)?.certainFaults { checker.faults(in: $0, row: row.number) }.forEach(
      issues.add)
  }

  /// The file was read to its end: was there anything in it?
  func reportEmpty() {
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
