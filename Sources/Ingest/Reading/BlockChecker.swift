import Figures

/// Checks the blocks of one register, and fills the batches with the values to be stored.
final class BlockChecker {
  /// One column of the register that the file has.
  struct Column {
    var field: Field
    /// Its place in the file's rows.
    var cell: Int
    var text: TextCheck
    var type: TypeCheck
    var rules: [any CellRule]
    /// Its places among the stored columns; a target has five, and any may be left out.
    var stored: [Int?]
  }

  let issues: IssueList
  let titles: [String]
  private let further: [Int]
  let marks: [TitleMark]
  private(set) var columns: [Column] = []
  private var keys: [KeyCheck] = []
  private let passed: KeySet?
  /// Names in SQL of the stored columns, in the order of the batches' cells.
  let storedColumns: [String]
  private let rewritten = RewrittenTexts()
  private let scratch = ScratchCells()
  /// Rows of the block that are not stored.
  var rejected: [Bool] = []
  /// What was seen in the block's texts, by the cell's place in its row.
  private var placed: [Int: [(row: Int, remark: CellCleaning.Remark)]] = [:]

  init(
    _ register: Register, _ header: Header, storing: Set<String>?, passing keys: KeySet?, expecting rows: Int,
    _ issues: IssueList
  ) {
    self.issues = issues
    (titles, further, passed) = (header.titles, header.further, keys)
    marks = titles.map(TitleMark.init)
    storedColumns = register.sqlColumns.map(\.name).filter { storing?.contains($0) ?? true }
    for ((field, unit), place) in zip(zip(register.fields, header.units), header.places) {
      guard let place else { continue }
      let stored = field.sqlColumns.map { storedColumns.firstIndex(of: $0.name) }
      columns.append(
        Column(
          field: field, cell: place, text: TextCheck(field, of: register),
          type: TypeCheck(field.written(in: unit)),
          rules: field.makeRules(), stored: stored))
    }
    self.keys = makeKeys(of: register, expecting: rows)
  }

  /// The primary keys of all rows so far; nil when the register has none.
  var primaryKeys: KeySet? { keys.first { $0.isPrimary }?.keys }

  private func makeKeys(of register: Register, expecting rows: Int) -> [KeyCheck] {
    let present = Set(columns.map(\.field.name))
    var keys = register.uniqueKeys.map { (names: $0, isPrimary: false) }
    keys += register.fields.filter(\.constraints.unique).map { ([$0.name], false) }
    if !register.primaryKey.isEmpty {
      keys.removeAll { $0.names == register.primaryKey }
      keys.insert((register.primaryKey, true), at: 0)
    }
    return keys.filter { $0.names.allSatisfy(present.contains) }.map { key in
      KeyCheck(key.names.compactMap(register.field), isPrimary: key.isPrimary, expecting: rows)
    }
  }

  /// Checks the block and fills the batch's cells and row numbers; `used` are the bytes that its texts take, `remarks`
  /// what was seen in them when they were cleaned.
  func check(_ block: RowBlock, into batch: RowBatch, used: Int, _ remarks: [CellCleaning.Remark]) {
    rewritten.begin(after: used)
    place(remarks, block)
    let wanted = block.count * storedColumns.count
    if batch.cells.count < wanted {
      batch.cells.append(contentsOf: repeatElement(.nothing, count: wanted - batch.cells.count))
    }
    rejected = Array(repeating: false, count: block.count)
    batch.cells.withUnsafeMutableBufferPointer { cells in
      clearAbsent(cells, block.count)
      scratch.begin()
      let checked = columns.map { check($0, block, cells, issues) }
      for key in keys {
        let own = key.fields.compactMap { field in columns.firstIndex { $0.field.name == field.name } }
        key.check(own.map { checked[$0] }, block, passing: key.isPrimary ? passed : nil) {
          rejected[$0] = true
        }
      }
      rejectStrays(block)
      keepAccepted(block, cells, batch)
    }
    issues.report { [titles, further] row in Self.beside(block, row, titles, further) }
  }

  /// Lets the texts that have another form than the file's follow the batch's own, where their cells point.
  func appendRewritten(to batch: RowBatch) {
    let bytes = rewritten.bytes
    let start = Int(rewritten.base)
    let lacking = start + bytes.count - batch.bytes.count
    if lacking > 0 { batch.bytes.append(contentsOf: repeatElement(0, count: lacking)) }
    batch.bytes.replaceSubrange(start..<(start + bytes.count), with: bytes)
  }

  /// What is wrong in the cells of one row, by the place of their column; nothing of it is stored.
  func faults(in cells: [[UInt8]], row: Int64) -> RaggedRow.Faults {
    var bytes: [UInt8] = []
    var spans = cells.map { cell in
      defer { bytes += cell }
      return CellRecorder.Span(start: UInt32(bytes.count), length: UInt32(cell.count))
    }
    rewritten.begin(after: bytes.count)
    scratch.begin()
    let own = issues.sibling()
    var rows = [CellRecorder.Row(firstCell: 0, cells: UInt32(cells.count), number: row)]
    bytes += repeatElement(0, count: 32)
    placed.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { bytes in
      rows.withUnsafeMutableBufferPointer { rows in
        spans.withUnsafeMutableBufferPointer { spans in
          guard let bytes = bytes.baseAddress, let spans = spans.baseAddress else { return }
          let block = RowBlock(bytes: bytes, spans: spans, rows: rows)
          for column in columns { _ = check(column, block, nil, own) }
        }
      }
    }
    return Dictionary(grouping: own.take().filter { $0.finding.severity == .error }, by: \.column)
  }

  /// Sorts the remarks by the columns that the cells belong to.
  private func place(_ remarks: [CellCleaning.Remark], _ block: RowBlock) {
    placed.removeAll(keepingCapacity: true)
    for remark in remarks {
      guard let row = block.row(ofCell: remark.cell) else { continue }
      placed[remark.cell - Int(block.rows[row].firstCell), default: []].append((row, remark))
    }
  }

  private func check(
    _ column: Column, _ block: RowBlock, _ cells: UnsafeMutableBufferPointer<RowBatch.Cell>?,
    _ issues: IssueList
  ) -> CheckedColumn {
    let place = cells == nil ? nil : column.stored[0]
    let values = place.flatMap { place in cells?.baseAddress.map { $0 + place } } ?? scratch.take(block.count)
    let checked = CheckedColumn(
      block: block, cell: column.cell, values: values, stride: place == nil ? 1 : storedColumns.count,
      rewritten: rewritten, issues: issues, title: titles[column.cell],
      missing: column.type.missing)
    column.text.check(checked, placed[column.cell, default: []])
    let targets = column.field.type.isTargetLike ? scratch.take(TargetCells.endings.count * block.count) : nil
    column.type.read(checked, targets: targets)
    for rule in column.rules { rule.check(checked) }
    if let targets, let cells { store(targets, column, cells, block.count) }
    return checked
  }

  private func store(
    _ targets: UnsafeMutablePointer<RowBatch.Cell>, _ column: Column,
    _ cells: UnsafeMutableBufferPointer<RowBatch.Cell>, _ count: Int
  ) {
    for (part, place) in column.stored.dropFirst().enumerated() {
      guard let place else { continue }
      for row in 0..<count {
        cells[row * storedColumns.count + place] = targets[TargetCells.endings.count * row + part]
      }
    }
  }

  /// Stored columns that the file does not have are empty.
  private func clearAbsent(_ cells: UnsafeMutableBufferPointer<RowBatch.Cell>, _ count: Int) {
    let present = Set(columns.flatMap { $0.stored.compactMap { $0 } })
    for place in storedColumns.indices where !present.contains(place) {
      for row in 0..<count { cells[row * storedColumns.count + place] = .nothing }
    }
  }

  /// Moves the accepted rows together.
  private func keepAccepted(
    _ block: RowBlock, _ cells: UnsafeMutableBufferPointer<RowBatch.Cell>, _ batch: RowBatch
  ) {
    batch.rowNumbers.removeAll(keepingCapacity: true)
    let width = storedColumns.count
    for row in 0..<block.count where !rejected[row] {
      let kept = batch.rowNumbers.count
      if kept < row { for cell in 0..<width { cells[kept * width + cell] = cells[row * width + cell] } }
      batch.rowNumbers.append(block.rows[row].number)
    }
  }

  /// `经办人=张三；备注=补录`
  private static func beside(_ block: RowBlock, _ row: Int, _ titles: [String], _ further: [Int]) -> String? {
    let cells = further.compactMap { cell in
      let text = block.text(row, cell)
      return text.isEmpty ? nil : titles[cell] + "=" + Excerpt.of(text)
    }
    return cells.isEmpty ? nil : cells.joined(separator: "；")
  }
}

/// Values of columns that are not stored, for as long as their block is checked.
private final class ScratchCells {
  private var pieces: [UnsafeMutableBufferPointer<RowBatch.Cell>] = []
  private var next = 0

  deinit { for piece in pieces { piece.deallocate() } }

  func begin() { next = 0 }

  /// Room for `count` cells, all of them nothing.
  func take(_ count: Int) -> UnsafeMutablePointer<RowBatch.Cell> {
    if next == pieces.count { pieces.append(.allocate(capacity: max(1, count))) }
    if pieces[next].count < count {
      pieces[next].deallocate()
      pieces[next] = .allocate(capacity: count)
    }
    pieces[next].update(repeating: .nothing)
    defer { next += 1 }
    return pieces[next].baseAddress.unsafelyUnwrapped
  }
}
