/// Writes a notice as one self-contained page: HTML5 that is well-formed XML too, with its style in it, without
/// scripts, and without anything to load.
struct PageWriter {
  private let sheets: [PageTable]
  /// The headings and tables by their texts, for the contents to lead to, each once and in their order.
  private var anchors: [String: [String]] = [:]
  private let hasParts: Bool
  private var headings = 0
  private var html = HTML()

  /// The page in UTF-8.
  static func page(_ blocks: [PageBlock], sheets: [PageTable]) -> [UInt8] {
    var writer = PageWriter(blocks, sheets: sheets)
    writer.writeStart(title: blocks.lazy.compactMap(\.title).first ?? "")
    for block in blocks { writer.write(block) }
    writer.html += "</main>\n</body>\n</html>\n"
    return writer.html.bytes
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

  private mutating func writeStart(title: String) {
    html += """
      <!DOCTYPE html>
      <html lang="zh-CN" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>
      """
    html.append(title)
    html += "</title>\n<style>\n"
    html.append(markup: PageStyle.sheet)
    html += "\n</style>\n</head>\n<body>\n<main>\n"
  }

  // MARK: Blocks

  private mutating func write(_ block: PageBlock) {
    switch block {
    case .title(let line): write(line, in: "<h1>", "</h1>\n")
    case .documentNumber(let line): write(line, in: "<p class=\"document-number\">", "</p>\n")
    case .contents(let title, let entries): writeContents(title, entries)
    case .heading(let level, let line):
      headings += 1
      let tag = "h\(level.rawValue + (hasParts ? 2 : 1))"
      let id = Self.id(ofHeading: headings)
      write(line, in: "<\(tag) class=\"level-\(level.rawValue)\" id=\"\(id)\">", "</\(tag)>\n")
    case .paragraph(let line): write(line, in: "<p>", "</p>\n")
    case .table(let caption, let rows): writeTable(caption, rows)
    case .sheets:
      for (index, sheet) in sheets.enumerated() { sheet.write(id: Self.id(ofTable: index), to: &html) }
    case .signature(let name, let date):
      write(name, in: "<p class=\"signature\">", "<br/>")
      write(date, in: "", "</p>\n")
    }
  }

  private mutating func writeContents(_ title: PageLine, _ entries: [PageLine]) {
    html += "<nav>\n"
    write(title, in: "<p class=\"contents-title\">", "</p>\n<ul>\n")
    for entry in entries {
      html.append(markup: "<li class=\"level-\(PageHeading.number(of: entry)?.rawValue ?? 0)\">")
      if let anchor = takeAnchor(of: entry.text) {
        write(entry, in: "<a href=\"#\(anchor)\">", "</a></li>\n")
      } else {
        write(entry, in: "", "</li>\n")
      }
    }
    html += "</ul>\n</nav>\n"
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
  private mutating func writeTable(_ caption: PageLine?, _ rows: [[PageLine]]) {
    let columns = rows.map(\.count).max() ?? 0
    let width = PageTable.width(columns: columns, canTurn: true)
    html.append(markup: "<section class=\"sheet\(width)\">\n<table>\n")
    if let caption { write(caption, in: "<caption><span class=\"title\">", "</span></caption>\n") }
    for (index, row) in rows.enumerated() {
      if index == 0 { html += "<thead>\n" }
      if index == 1 { html += "<tbody>\n" }
      html += "<tr>"
      for column in 0..<columns {
        let cell = row.indices.contains(column) ? row[column] : PageLine()
        if index == 0, !cell.isBlank {
          write(cell, in: "<th scope=\"col\">", "</th>")
        } else {
          write(cell, in: cell.isNumber ? "<td class=\"number\">" : "<td>", "</td>")
        }
      }
      html += "</tr>\n"
      if index == 0 { html += "</thead>\n" }
    }
    if rows.count > 1 { html += "</tbody>\n" }
    html += "</table>\n</section>\n"
  }

  private mutating func write(_ line: PageLine, in start: String, _ end: String) {
    html.append(markup: start)
    for run in line.runs {
      switch run {
      case .template(let text): html.append(text)
      case .value(let text): if !html.appendLink(text) { html.append(text) }
      case .figure(let text, let mark): html.append(mark) { $0.append(text) }
      case .sheets: continue
      }
    }
    html.append(markup: end)
  }
}

extension PageBlock {
  fileprivate var title: String? { if case .title(let line) = self { line.text } else { nil } }
}

extension PageLine {
  /// Whether it is a number alone.
  fileprivate var isNumber: Bool {
    if runs.count == 1, case .figure = runs[0] { return true }
    let text = text
    return !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,%".contains($0)) }
  }
}
