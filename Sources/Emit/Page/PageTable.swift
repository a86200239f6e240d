import Figures

/// A sheet, or one form of a sheet with several, as a table of a page.
struct PageTable {
  /// As the contents name it.
  private(set) var title = ""
  private var caption = ""
  private var head: [GridRow] = []
  private var body: [GridRow] = []
  private var notes = ""
  private let grid: Grid

  /// Beyond eight columns a table is set smaller, and printed on a page of its own, turned; beyond five it does not
  /// become as narrow as a telephone.
  static func width(columns: Int, canTurn: Bool) -> String {
    columns > 8 && canTurn ? " wide" : columns > 5 ? " broad" : ""
  }

  static func tables(of grid: Grid) throws -> [PageTable] {
    var tables = [PageTable(grid: grid)]
    try grid.forEachRow { row in
      let isNext = row.startsPage || row.startsSheet || row.kind == .title
      if isNext, !tables[tables.count - 1].isEmpty { tables.append(PageTable(grid: grid)) }
      tables[tables.count - 1].add(row)
    }
    return tables
  }

  private init(grid: Grid) { self.grid = grid }

  private var isEmpty: Bool { head.isEmpty && body.isEmpty && caption.isEmpty }

  private mutating func add(_ row: GridRow) {
    switch row.kind {
    case .title, .subtitle, .unitLine, .note:
      let texts = row.cells.compactMap { $0?.text }.filter { !$0.isEmpty }
      if texts.isEmpty { return }
      if row.kind == .title { title = texts.joined(separator: " ") }
      let isBelow = row.kind == .note && !(head.isEmpty && body.isEmpty)
      if isBelow {
        notes += "<p class=\"note\">\(texts.map(HTML.lines).joined(separator: " "))</p>\n"
      } else {
        let spans = texts.map { "<span>\(HTML.lines($0))</span>" }
        caption += "<span class=\"\(Self.name(of: row.kind))\">\(spans.joined(separator: " "))</span>"
      }
    case .header, .numberRow: head.append(row)
    case .body, .line, .total, .form:
      // The second and later rows of a cell that reaches down have no cells of their own.
      body.append(row)
    }
  }

  private static func name(of kind: GridRow.Kind) -> String {
    switch kind {
    case .title: "title"
    case .subtitle: "subtitle"
    case .unitLine: "unit"
    default: "note"
    }
  }

  // MARK: HTML

  func html(id: String) -> String {
    let width = Self.width(columns: grid.columns.count, canTurn: grid.page.orientation == .landscape)
    var html = "<section class=\"sheet\(width)\" id=\"\(id)\">\n<table>\n"
    if !caption.isEmpty { html += "<caption>\(caption)</caption>\n" }
    html += columns
    let head = Self.rows(head, in: grid, isHead: true)
    let body = Self.rows(body, in: grid, isHead: false)
    if !head.isEmpty { html += "<thead>\n\(head)</thead>\n" }
    if !body.isEmpty { html += "<tbody>\n\(body)</tbody>\n" }
    return html + "</table>\n\(notes)</section>\n"
  }

  /// The groups of columns that the header's first row makes, or a form's widths.
  private var columns: String {
    if let first = head.first {
      let spans = first.cells.compactMap { $0?.columnSpan }
      return spans.map { "<colgroup span=\"\($0)\"></colgroup>" }.joined() + "\n"
    }
    let widths = grid.columns.compactMap(\.width)
    guard widths.count == grid.columns.count, let whole = Optional(widths.reduce(0, +)), whole > 0 else {
      return ""
    }
    let columns = widths.map { "<col style=\"width:\($0 * 100 / whole)%\"/>" }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }

  /// Rows without a cell of their own are left out, and cells that reach over them reach less far down.
  private static func rows(_ rows: [GridRow], in grid: Grid, isHead: Bool) -> String {
    let isKept = rows.map { $0.cells.contains { $0 != nil } }
    var html = ""
    for (index, row) in rows.enumerated() where isKept[index] {
      html += "<tr\(row.kind == .total ? " class=\"total\"" : "")>"
      let isHeadings = !isHead && row.cells.allSatisfy { $0.map { $0.style.role == .label } ?? true }
      for cell in row.cells {
        guard let cell else { continue }
        let end = min(index + cell.rowSpan, rows.count)
        let cellHTML = PageCell(
          cell: cell, row: row.kind, rowSpan: isKept[index..<end].count { $0 },
          isFirstRow: isHead && index == 0, isHeadings: isHeadings)
        html += cellHTML.html(unit: grid.unit)
      }
      html += "</tr>\n"
    }
    return html
  }
}

/// A cell of a sheet in a page.
private struct PageCell {
  let cell: GridCell
  let row: GridRow.Kind
  let rowSpan: Int
  /// Whether it stands in the header's first row, which makes the groups of columns.
  let isFirstRow: Bool
  /// Whether all of its row are labels, as over a form's list.
  let isHeadings: Bool

  func html(unit: MoneyUnit) -> String {
    var attributes = ""
    if cell.columnSpan > 1 { attributes += " colspan=\"\(cell.columnSpan)\"" }
    if rowSpan > 1 { attributes += " rowspan=\"\(rowSpan)\"" }
    if let scope { attributes = " scope=\"\(scope)\"" + attributes }
    if !classes.isEmpty { attributes += " class=\"\(classes.joined(separator: " "))\"" }
    if cell.style.indent > 1 { attributes += " style=\"padding-left:\(cell.style.indent)em\"" }
    let tag = scope == nil ? "td" : "th"
    return "<\(tag)\(attributes)>\(content)</\(tag)>"
  }

  /// Which cells it is the header of; nil for a cell of data. An empty one is none's.
  private var scope: String? {
    if cell.text.isEmpty { return nil }
    switch (row, cell.style.role) {
    case (.header, _): return isFirstRow && cell.columnSpan > 1 ? "colgroup" : "col"
    case (.form, .label): return isHeadings ? "col" : "row"
    case (_, .name), (_, .label): return "row"
    default: return nil
    }
  }

  private var classes: [String] {
    var classes: [String] = []
    if cell.value != nil { classes.append("number") }
    if cell.style.alignment == .center, cell.value == nil || row == .form { classes.append("center") }
    if cell.style.isBold { classes.append("bold") }
    return classes
  }

  private var content: String {
    if let mark = cell.mark, !cell.text.isEmpty { return mark.html(cell.text) }
    return HTML.linked(cell.text) ?? HTML.lines(cell.text)
  }
}
