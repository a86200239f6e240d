/// A part of a page, from one line of the notice or several.
enum PageBlock: Hashable {
  case title(PageLine)
  /// 文号 under the title: 浔财字〔2024〕7号.
  case documentNumber(PageLine)
  /// 目录: the lines between it and the document's parts, which repeat them.
  case contents(title: PageLine, [PageLine])
  case heading(PageHeading, PageLine)
  case paragraph(PageLine)
  /// Lines with tabs, the first of them the header; the line right over them is its caption.
  case table(caption: PageLine?, [[PageLine]])
  case sheets
  /// 落款: who signs, and the date on the next line.
  case signature(PageLine, date: PageLine)
}

/// Tells what each line of a notice is.
enum PageBlocks {
  static func blocks(of lines: [PageLine]) -> [PageBlock] {
    let lines = lines.map(\.trimmed)
    var blocks: [PageBlock] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      let line = lines[index]
      if line.isBlank { continue }
      if line.holdsSheets {
        blocks += sheets(line)
      } else if blocks.isEmpty {
        blocks.append(.title(line))
      } else if blocks.count == 1, isDocumentNumber(line.text) {
        blocks.append(.documentNumber(line))
      } else if let contents = contents(at: index, lines) {
        blocks.append(.contents(title: line, contents.filter { !$0.isBlank }))
        index += contents.count
      } else if line.isRow {
        let rows = lines[index...].prefix(while: \.isRow)
        blocks.append(.table(caption: takeCaption(&blocks, above: index, lines), rows.map(\.cells)))
        index += rows.count - 1
      } else {
        blocks.append(PageHeading.level(of: line).map { .heading($0, line) } ?? .paragraph(line))
      }
    }
    return signed(blocks)
  }

  /// What stands beside the tables in their line is a paragraph.
  private static func sheets(_ line: PageLine) -> [PageBlock] {
    let place = line.runs.firstIndex(of: .sheets) ?? 0
    let before = PageLine(runs: Array(line.runs[..<place])).trimmed
    let after = PageLine(runs: line.runs[place...].filter { $0 != .sheets }).trimmed
    return (before.isBlank ? [] : [.paragraph(before)]) + [.sheets]
      + (after.isBlank ? [] : [.paragraph(after)])
  }

  private static func isDocumentNumber(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "〔"), let close = text.firstIndex(of: "〕"), open < close else {
      return false
    }
    return text.hasSuffix("号") && text[open..<close].dropFirst().allSatisfy { $0.isNumber }
  }

  /// The lines after 目录 up to where the first of them comes again, which is where the document begins.
  private static func contents(at index: Int, _ lines: [PageLine]) -> [PageLine]? {
    guard lines[index].runs.count == 1, case .template(let title) = lines[index].runs[0],
      title.utf8.count < 20, title.filter({ !$0.isWhitespace }) == "目录"
    else { return nil }
    let rest = lines[(index + 1)...]
    guard let first = rest.first(where: { !$0.isBlank })?.text else { return nil }
    let places = rest.indices.filter { rest[$0].text == first }
    return places.count > 1 ? Array(rest[..<places[1]]) : nil
  }

  private static func takeCaption(
    _ blocks: inout [PageBlock], above index: Int, _ lines: [PageLine]
  ) -> PageLine? {
    guard case .paragraph(let line) = blocks.last, lines[index - 1] == line else { return nil }
    blocks.removeLast()
    return line
  }

  /// The last line, when it is a date alone, and the line over it are the signature; 日期： may stand before it.
  private static func signed(_ blocks: [PageBlock]) -> [PageBlock] {
    guard case .paragraph(let date) = blocks.last, isDate(date.text), blocks.count > 2,
      case .paragraph(let name) = blocks[blocks.count - 2],
      name.text.last.map({ !"。；：".contains($0) }) == true
    else { return blocks }
    return blocks.dropLast(2) + [.signature(name, date: date)]
  }

  /// 2024 年 7 月 15 日, 二〇二四年七月十五日.
  private static func isDate(_ text: String) -> Bool {
    if text.utf8.count > 80 { return false }
    let text = text.hasPrefix("日期：") ? String(text.dropFirst(3)) : text
    let parts = text.filter { !$0.isWhitespace }.split(whereSeparator: { "年月日".contains($0) })
    let marks = text.filter { "年月日".contains($0) }
    return marks == "年月日" && text.last == "日" && parts.count == 3
      && parts.allSatisfy { $0.allSatisfy { $0.isNumber || "〇".contains($0) } }
  }
}
