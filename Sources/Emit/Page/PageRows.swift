/// The rows of a table's head or body in a page, written as they come.
struct PageRows {
  private let isHead: Bool
  private var html = HTML()
  /// How many came, those without a cell of their own too.
  private var count = 0
  /// Rows of cells that reach over rows that are still to come, and how many rows all of these cells take.
  private var waiting: [GridRow] = []
  private var reach = 0
  /// The last cell of each column, and its tag: most of a table's rows are alike.
  private var cells: [PageCell?] = []
  private var tags: [HTML] = []

  var isEmpty: Bool { count == 0 }

  init(isHead: Bool) { self.isHead = isHead }

  mutating func add(_ row: GridRow) {
    count += 1
    let own = row.reach
    if waiting.isEmpty, own <= 1 {
      if own == 1 { write(row, isFirst: count == 1, over: []) }
      return
    }
    reach = max(reach, waiting.count + own)
    waiting.append(row)
    if waiting.count == reach { end() }
  }

  /// Writes the rows that still wait: no others come, or none that matters to them.
  mutating func end() {
    let isKept = waiting.map { $0.reach > 0 }
    for (index, row) in waiting.enumerated() where isKept[index] {
      write(row, isFirst: count - waiting.count + index == 0, over: isKept[index...])
    }
    waiting = []
    reach = 0
  }

  func write(to html: inout HTML) {
    if self.html.isEmpty { return }
    html += isHead ? "<thead>\n" : "<tbody>\n"
    html += self.html
    html += isHead ? "</thead>\n" : "</tbody>\n"
  }

  /// `isKept`: which rows from this one on are written. Rows without a cell of their own are left out, and cells that
  /// reach over them reach less far down.
  private mutating func write(_ row: GridRow, isFirst: Bool, over isKept: ArraySlice<Bool>) {
    // A form's row of nothing but labels stands over a list.
    let isHeadings = row.kind == .form && row.cells.allSatisfy { $0.map { $0.style.role == .label } ?? true }
    let place = PageCell.Row(kind: row.kind, isFirst: isHead && isFirst, isHeadings: isHeadings)
    html += row.kind == .total ? "<tr class=\"total\">" : "<tr>"
    for column in row.cells.indices {
      guard let style = row.cells[column]?.style, let columnSpan = row.cells[column]?.columnSpan,
        let rowSpan = row.cells[column]?.rowSpan
      else { continue }
      let content = row.cells[column]?.content ?? .empty
      let cell = PageCell(
        content, style, in: place, columnSpan: columnSpan,
        rowSpan: rowSpan == 1 ? 1 : isKept.prefix(rowSpan).count { $0 })
      html += tag(of: cell, in: column)
      html.append(content, row.cells[column]?.mark)
      html += cell.end
    }
    html += "</tr>\n"
  }

  private mutating func tag(of cell: PageCell, in column: Int) -> HTML {
    while cells.count <= column {
      cells.append(nil)
      tags.append(HTML())
    }
    if cells[column] != cell {
      cells[column] = cell
      tags[column] = cell.start
    }
    return tags[column]
  }
}

extension HTML {
  /// Adds what a cell shows.
  fileprivate mutating func append(_ content: GridCell.Content, _ mark: FigureMark?) {
    switch content {
    case .empty: return
    case .text(let text):
      if let mark, !text.isEmpty { return append(mark) { $0.append(text) } }
      if !appendLink(text) { appendLines(text) }
    case .number(let number), .formula(_, let number):
      if number.isHidden { return }
      if let mark { return append(mark) { $0.append(number) } }
      append(number)
    }
  }
}
