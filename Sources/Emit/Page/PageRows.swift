/// The rows of a table's head or body in a page.
struct PageRows {
  private let rows: [GridRow]
  private let isHead: Bool
  /// Rows without a cell of their own are left out, and cells that reach over them reach less far down.
  private let isKept: [Bool]

  init(_ rows: [GridRow], isHead: Bool) {
    self.rows = rows
    self.isHead = isHead
    isKept = rows.map { $0.cells.contains { $0 != nil } }
  }

  func write(in tag: String, to html: inout HTML) {
    guard isKept.contains(true) else { return }
    html.append(markup: "<\(tag)>\n")
    for index in rows.indices where isKept[index] { write(index, to: &html) }
    html.append(markup: "</\(tag)>\n")
  }

  private func write(_ index: Int, to html: inout HTML) {
    let row = rows[index]
    // A form's row of nothing but labels stands over a list.
    let isHeadings = row.kind == .form && row.cells.allSatisfy { $0.map { $0.style.role == .label } ?? true }
    html += row.kind == .total ? "<tr class=\"total\">" : "<tr>"
    var place = PageCell(row: row.kind, rowSpan: 1, isFirstRow: isHead && index == 0, isHeadings: isHeadings)
    for case let cell? in row.cells {
      let end = min(index + cell.rowSpan, rows.count)
      place.rowSpan = cell.rowSpan == 1 ? 1 : isKept[index..<end].count { $0 }
      place.write(cell, to: &html)
    }
    html += "</tr>\n"
  }
}

/// A cell of a sheet in a page: what its row says of it.
private struct PageCell {
  let row: GridRow.Kind
  var rowSpan: Int
  /// Whether it stands in the header's first row, which makes the groups of columns.
  let isFirstRow: Bool
  /// Whether all of its row are labels, as over a form's list.
  let isHeadings: Bool

  func write(_ cell: GridCell, to html: inout HTML) {
    let isEmpty = cell.isEmpty
    let scope = isEmpty ? nil : scope(of: cell)
    if let scope {
      html += "<th scope=\""
      html += scope
      html += "\""
    } else {
      html += "<td"
    }
    if cell.columnSpan > 1 { html.append(markup: " colspan=\"\(cell.columnSpan)\"") }
    if rowSpan > 1 { html.append(markup: " rowspan=\"\(rowSpan)\"") }
    writeClasses(of: cell, to: &html)
    if cell.style.indent > 1 { html.append(markup: " style=\"padding-left:\(cell.style.indent)em\"") }
    html += ">"
    if !isEmpty { writeContent(of: cell, to: &html) }
    html += scope == nil ? "</td>" : "</th>"
  }

  /// Which cells it is the header of; nil for a cell of data. An empty one is none's.
  private func scope(of cell: GridCell) -> StaticString? {
    switch (row, cell.style.role) {
    case (.header, _): return isFirstRow && cell.columnSpan > 1 ? "colgroup" : "col"
    case (.form, .label): return isHeadings ? "col" : "row"
    case (_, .name), (_, .label): return "row"
    default: return nil
    }
  }

  private func writeClasses(of cell: GridCell, to html: inout HTML) {
    let isNumber = cell.value != nil
    let isCentered = cell.style.alignment == .center && (!isNumber || row == .form)
    guard isNumber || isCentered || cell.style.isBold else { return }
    html += " class=\""
    if isNumber { html += "number" }
    if isCentered { html += isNumber ? " center" : "center" }
    if cell.style.isBold { html += isNumber || isCentered ? " bold" : "bold" }
    html += "\""
  }

  private func writeContent(of cell: GridCell, to html: inout HTML) {
    switch cell.content {
    case .empty: return
    case .text(let text):
      if let mark = cell.mark { return html.append(mark) { $0.append(text) } }
      if !html.appendLink(text) { html.appendLines(text) }
    case .number(let number), .formula(_, let number):
      if let mark = cell.mark { return html.append(mark) { $0.append(number) } }
      html.append(number)
    }
  }
}
