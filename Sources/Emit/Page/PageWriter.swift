/// Writes a notice as one self-contained page: HTML5 that is well-formed XML too, with its style in it, without
/// scripts, and without anything to load.
struct PageWriter {
  private let sheets: [PageTable]
  /// The headings and tables by their texts, for the contents to lead to, each once and in their order.
  private var anchors: [String: [String]] = [:]
  private let hasParts: Bool
  private var headings = 0

  static func page(_ blocks: [PageBlock], sheets: [PageTable]) -> String {
    var writer = PageWriter(blocks, sheets: sheets)
    let title =
      blocks.lazy.compactMap { if case .title(let line) = $0 { line.text } else { nil } }.first ?? ""
    let body = blocks.map { writer.html($0) }.joined()
    return """
      <!DOCTYPE html>
      <html lang="zh-CN" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(HTML.escaped(title))</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private init(_ blocks: [PageBlock], sheets: [PageTable]) {
    self.sheets = sheets
    hasParts = blocks.contains { if case .heading(.part, _) = $0 { true } else { false } }
    var headings = 0
    for block in blocks {
      switch block {
      case .heading(_, let line):
        headings += 1
        anchors[line.text, default: []].append(Self.id(ofHeading: headings))
      case .sheets:
        for (index, sheet) in sheets.enumerated() {
          anchors[sheet.title, default: []].append(Self.id(ofTable: index))
        }
      default: continue
      }
    }
  }

  private static func id(ofHeading number: Int) -> String { "s\(number)" }
  private static func id(ofTable index: Int) -> String { "t\(index + 1)" }

  // MARK: Blocks

  private mutating func html(_ block: PageBlock) -> String {
    switch block {
    case .title(let line): return "<h1>\(Self.html(line))</h1>\n"
    case .documentNumber(let line): return "<p class=\"document-number\">\(Self.html(line))</p>\n"
    case .contents(let title, let entries): return contents(title, entries)
    case .heading(let level, let line):
      headings += 1
      let tag = "h\(level.rawValue + (hasParts ? 2 : 1))"
      let id = Self.id(ofHeading: headings)
      return "<\(tag) class=\"level-\(level.rawValue)\" id=\"\(id)\">\(Self.html(line))</\(tag)>\n"
    case .paragraph(let line): return "<p>\(Self.html(line))</p>\n"
    case .table(let caption, let rows): return Self.table(caption, rows)
    case .sheets:
      return sheets.enumerated().map { $1.html(id: Self.id(ofTable: $0)) }.joined()
    case .signature(let name, let date):
      return "<p class=\"signature\">\(Self.html(name))<br/>\(Self.html(date))</p>\n"
    }
  }

  private mutating func contents(_ title: PageLine, _ entries: [PageLine]) -> String {
    var html = "<nav>\n<p class=\"contents-title\">\(Self.html(title))</p>\n<ul>\n"
    for entry in entries {
      let level = PageHeading.number(of: entry)?.rawValue ?? 0
      let text = Self.html(entry)
      let link = takeAnchor(of: entry.text).map { "<a href=\"#\($0)\">\(text)</a>" } ?? text
      html += "<li class=\"level-\(level)\">\(link)</li>\n"
    }
    return html + "</ul>\n</nav>\n"
  }

  /// Of the heading with the same text, or of the table that stands in 《》.
  private mutating func takeAnchor(of text: String) -> String? {
    let table = text.split(separator: "《").last?.split(separator: "》").first.map(String.init)
    for key in [text, table ?? text] {
      if let ids = anchors[key], let id = ids.first {
        anchors[key]?.removeFirst()
        return id
      }
    }
    return nil
  }

  /// A table that the template sets with tabs.
  private static func table(_ caption: PageLine?, _ rows: [[PageLine]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let width = PageTable.width(columns: columns, canTurn: true)
    var html = "<section class=\"sheet\(width)\">\n<table>\n"
    if let caption { html += "<caption><span class=\"title\">\(Self.html(caption))</span></caption>\n" }
    for (index, row) in rows.enumerated() {
      if index == 0 { html += "<thead>\n" }
      if index == 1 { html += "<tbody>\n" }
      html += "<tr>"
      for column in 0..<columns {
        let cell = row.indices.contains(column) ? row[column] : PageLine()
        if index == 0, !cell.isBlank {
          html += "<th scope=\"col\">\(Self.html(cell))</th>"
        } else {
          html += "<td\(cell.isNumber ? " class=\"number\"" : "")>\(Self.html(cell))</td>"
        }
      }
      html += "</tr>\n"
      if index == 0 { html += "</thead>\n" }
    }
    if rows.count > 1 { html += "</tbody>\n" }
    return html + "</table>\n</section>\n"
  }

  private static func html(_ line: PageLine) -> String {
    line.runs.map { run in
      switch run {
      case .template(let text): HTML.escaped(text)
      case .value(let text): HTML.linked(text) ?? HTML.escaped(text)
      case .figure(let text, let mark): mark.html(text)
      case .sheets: ""
      }
    }.joined()
  }
}

extension PageLine {
  /// Whether it is a number alone.
  fileprivate var isNumber: Bool {
    if runs.count == 1, case .figure = runs[0] { return true }
    let text = text
    return !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,%".contains($0)) }
  }
}
