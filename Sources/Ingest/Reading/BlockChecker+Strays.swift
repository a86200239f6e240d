import Figures

extension BlockChecker {
  /// Whether a row is none of the table's: a total, a footer, the header again.
  func stray(_ cells: [String], isWrong: Bool) -> StrayRow? {
    StrayRow(cells, titles: titles, isWrong: isWrong) { [columns] place, text in
      columns.contains { $0.cell == place && $0.field.constraints.members?.contains(text) ?? false }
    }
  }

  /// Reports rows that are none of the table's, in place of what was said of their cells.
  func rejectStrays(_ block: RowBlock) {
    let (wrong, marks) = (issues.wrongRows, marks)
    var strays: [(row: Int, stray: StrayRow)] = []
    for row in 0..<block.count {
      var place = 0
      while place < marks.count, block.span(row, place).length == 0 { place += 1 }
      guard place < marks.count else { continue }
      let text = block.text(row, place)
      let isWrong = !wrong.isEmpty && wrong.contains(block.rows[row].number)
      guard marks[place].fits(text, isWrong: isWrong) || StrayRow.mayBegin(text, isWrong: isWrong) else {
        continue
      }
      let cells = Array(block.strings(row).prefix(titles.count))
      if let stray = stray(cells, isWrong: isWrong) { strays.append((row, stray)) }
    }
    issues.forget(Set(strays.map { block.rows[$0.row].number }))
    for (row, stray) in strays {
      stray.report(to: issues, row: block.rows[row].number, index: row)
      if !stray.mayBeData { rejected[row] = true }
    }
  }
}

/// Tells nearly all cells from their title.
struct TitleMark {
  private let bytes: [UInt8]

  init(_ title: String) { bytes = Array(title.utf8) }

  /// Whether a cell that is not empty is the title; in a row with wrong cells, whether it begins like it.
  @inline(__always)
  func fits(_ text: UnsafeBufferPointer<UInt8>, isWrong: Bool) -> Bool {
    if isWrong { return text.prefix(3).elementsEqual(bytes.prefix(3)) }
    return text.count == bytes.count && text[0] == bytes[0] && text.elementsEqual(bytes)
  }
}
