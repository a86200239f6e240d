import Figures

/// A row of a form with its cells in their columns; their row spans count lines of the form, each of which may
/// become several rows of the sheet.
struct FormLine {
  var cells: [(column: Int, cell: GridCell)] = []
  /// What each of the cells is laid out by.
  var layouts: [FormCell] = []
  /// How many rows of the sheet it takes: a row can be no higher than 409 points, which a long text is.
  var sheetRows = 1
}

/// The lines of one form, at the rows of one context.
struct FormLines {
  let context: SheetContext
  let layout: FormLayout
  /// Whether there is no row to fill the form with: it stays empty but for its labels.
  let isEmpty: Bool

  func lines() throws -> [FormLine] {
    var covered = [Int](repeating: 0, count: layout.widths.count)
    var lines: [FormLine] = []
    for row in layout.rows {
      guard let source = row.source else {
        lines.append(try line(row, at: nil, isHollow: isEmpty, &covered))
        continue
      }
      let rows = isEmpty ? [] : try context.data.rows(of: source, matching: context.rows)
      let start = lines.count
      for inner in rows { lines.append(try line(row, at: inner, isHollow: false, &covered)) }
      // A form without rows keeps the place for them.
      if rows.isEmpty { lines.append(try line(row, at: nil, isHollow: true, &covered)) }
      mergeEqual(&lines, from: start, row.cells)
    }
    for index in lines.indices { lines[index].sheetRows = sheetRows(of: lines[index]) }
    return lines
  }

  /// `inner`: the model's row of a repeated row. A hollow row has nothing to fill it but its labels.
  private func line(
    _ row: FormRow, at inner: ResultRow?, isHollow: Bool, _ covered: inout [Int]
  ) throws -> FormLine {
    var line = FormLine()
    var column = 0
    var next = covered.map { max($0 - 1, 0) }
    for layout in row.cells {
      while column < covered.count, covered[column] > 0 { column += 1 }
      line.cells.append((column, try cell(layout, at: inner, isHollow: isHollow)))
      line.layouts.append(layout)
      for index in column..<column + layout.across { next[index] = layout.down - 1 }
      column += layout.across
    }
    covered = next
    return line
  }

  private func cell(_ layout: FormCell, at inner: ResultRow?, isHollow: Bool) throws -> GridCell {
    var (content, style) = (GridCell.Content.empty, GridStyle(.text, wraps: true))
    var mark: FigureMark?
    switch layout.content {
    case .text(let template):
      if template.columns.isEmpty { style = GridStyle(.label, .center, wraps: true) }
      let text = isHollow && !template.columns.isEmpty ? nil : try context.text(template, at: inner)
      content = text.map { .text($0) } ?? .empty
    case .figure(let reference):
      style = GridStyle(.amount, .center)
      if !isHollow {
        content = number(try context.figure(reference, at: inner).value, layout)
        mark = try context.mark(reference, at: inner)
      }
    case .amount(let column):
      style = GridStyle(.amount, .center)
      if let row = inner ?? context.rows.last(where: { $0[column] != nil }), !isHollow {
        content = number(try context.amount(column, of: row), layout)
        mark = context.mark(column, of: row)
      }
    // It is made when the cells that it adds up have their places.
    case .sum: break
    }
    if case .sum = layout.content { style = GridStyle(.amount, .center) }
    style.isBold = layout.isBold
    style.alignment = layout.alignment ?? style.alignment
    var cell = GridCell(content, style, columnSpan: layout.across, rowSpan: layout.down)
    cell.mark = mark
    if let colors = layout.colors, !isHollow {
      cell.style.fill = colors.fill(at: inner.map { context.rows + [$0] } ?? context.rows, text: cell.text)
    }
    return cell
  }

  private func number(_ value: Fixed?, _ layout: FormCell) -> GridCell.Content {
    value.map { .number(context.number($0, decimals: layout.decimals)) } ?? .empty
  }

  /// Makes one cell of equal neighbours in repeated rows; a cell ends where one before it in its row ends.
  private func mergeEqual(_ lines: inout [FormLine], from start: Int, _ cells: [FormCell]) {
    var ends = [Bool](repeating: false, count: lines.count)
    for (index, cell) in cells.enumerated() where cell.mergesEqual {
      var top = start
      for line in start + 1..<max(lines.count, start + 1) {
        let isSame = lines[line].cells[index].cell.content == lines[top].cells[index].cell.content
        if isSame, !ends[line], lines[top].cells[index].cell.content != .empty {
          lines[top].cells[index].cell.rowSpan += 1
          lines[line].cells[index].cell.rowSpan = 0
        } else {
          ends[line] = true
          top = line
        }
      }
    }
  }

  private func sheetRows(of line: FormLine) -> Int {
    let lines = line.cells.map { column, cell -> Int in
      guard cell.rowSpan == 1, case .text(let text) = cell.content else { return 1 }
      let width = layout.widths[column..<column + cell.columnSpan].reduce(0, +)
      return TextExtent.lines(text, width: width)
    }
    return ((lines.max() ?? 1) + TextExtent.linesPerRow - 1) / TextExtent.linesPerRow
  }
}
