import Figures

/// A sheet, or one form of a sheet with several, as a table of a page.
struct PageTable {
  /// As the contents name it.
  private(set) var title = ""
  private var caption = HTML()
  /// The columns that each cell of the header's first row takes.
  private var groups: [Int] = []
  private var head = PageRows(isHead: true)
  private var body = PageRows(isHead: false)
  private var notes = HTML()
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
    for index in tables.indices { tables[index].end() }
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
      if row.kind == .note, !(head.isEmpty && body.isEmpty) {
        notes.append(texts, in: "<p class=\"note\">", "</p>\n")
      } else {
        let name = Self.name(of: row.kind)
        caption.append(texts, in: "<span class=\"\(name)\">", "</span>", each: "<span>", "</span>")
      }
    case .header, .numberRow:
      if head.isEmpty { groups = row.cells.compactMap { $0?.columnSpan } }
      head.add(row)
    case .body, .line, .total, .form: body.add(row)
    }
  }

  private mutating func end() {
    head.end()
    body.end()
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

  func write(id: String, to html: inout HTML) {
    let width = Self.width(columns: grid.columns.count, canTurn: grid.page.orientation == .landscape)
    html.append(markup: "<section class=\"sheet\(width)\" id=\"\(id)\">\n<table>\n")
    if !caption.isEmpty {
      html += "<caption>"
      html += caption
      html += "</caption>\n"
    }
    html.append(markup: columns)
    head.write(to: &html)
    body.write(to: &html)
    html += "</table>\n"
    html += notes
    html += "</section>\n"
  }

  /// The groups of columns that the header's first row makes, or a form's widths.
  private var columns: String {
    if !head.isEmpty {
      return groups.map { "<colgroup span=\"\($0)\"></colgroup>" }.joined() + "\n"
    }
    let widths = grid.columns.compactMap(\.width)
    guard widths.count == grid.columns.count, let whole = Optional(widths.reduce(0, +)), whole > 0 else {
      return ""
    }
    let columns = widths.map { "<col style=\"width:\($0 * 100 / whole)%\"/>" }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }
}

extension HTML {
  /// Adds texts one after the other, in tags.
  fileprivate mutating func append(
    _ texts: [String], in start: String, _ end: String, each before: StaticString = "",
    _ after: StaticString = ""
  ) {
    append(markup: start)
    for (index, text) in texts.enumerated() {
      if index > 0 { self += " " }
      self += before
      appendLines(text)
      self += after
    }
    append(markup: end)
  }
}
