/// A stretch of a page's text: what the template says, or what a value printed.
enum PageRun: Hashable {
  case template(String)
  case value(String)
  case figure(String, FigureMark)
  case sheets

  var text: String {
    switch self {
    case .template(let text), .value(let text), .figure(let text, _): text
    case .sheets: ""
    }
  }
}

/// A line of a notice, which becomes a heading, a paragraph or a table's row.
struct PageLine: Hashable {
  var runs: [PageRun] = []

  var text: String { runs.map(\.text).joined() }
  var isBlank: Bool { !holdsSheets && runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
  var holdsSheets: Bool { runs.contains { if case .sheets = $0 { true } else { false } } }

  /// Whether it is a row of a table: the template has tabs in it.
  var isRow: Bool {
    runs.contains { if case .template(let text) = $0 { text.utf8.contains(9) } else { false } }
  }

  /// Without spaces on both sides, full-width ones too: a page indents by itself.
  var trimmed: PageLine {
    var runs = self.runs
    while let first = runs.first, first != .sheets {
      guard let rest = Self.dropping(first, first.text.drop(while: \.isWhitespace)) else {
        runs.removeFirst()
        continue
      }
      runs[0] = rest
      break
    }
    while let last = runs.last, last != .sheets {
      let end = last.text.lastIndex { !$0.isWhitespace }.map(last.text.index(after:)) ?? last.text.startIndex
      guard let rest = Self.dropping(last, last.text[..<end]) else {
        runs.removeLast()
        continue
      }
      runs[runs.count - 1] = rest
      break
    }
    return PageLine(runs: runs)
  }

  /// The line's cells, where the template itself has tabs; a tab that a value brings is a space.
  var cells: [PageLine] {
    var cells = [PageLine()]
    for run in runs {
      guard case .template(let text) = run else {
        cells[cells.count - 1].runs.append(run)
        continue
      }
      for (index, part) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { cells.append(PageLine()) }
        if !part.isEmpty { cells[cells.count - 1].runs.append(.template(String(part))) }
      }
    }
    return cells.map(\.trimmed)
  }

  private static func dropping(_ run: PageRun, _ rest: Substring) -> PageRun? {
    if rest.isEmpty { return nil }
    return switch run {
    case .template: .template(String(rest))
    case .value: .value(String(rest))
    case .figure(_, let mark): .figure(String(rest), mark)
    case .sheets: .sheets
    }
  }
}

/// A notice's text as a rendering for a page marked it, taken apart.
struct MarkedText {
  private(set) var lines: [PageLine] = [PageLine()]
  private var isValue = false
  /// The index of the figure whose text is read.
  private var figure: Int?

  init(_ text: String, figures: [FigureMark]) {
    let bytes = Array(text.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        add(bytes[start..<index], figures)
        lines.append(PageLine())
        // CR LF is one line end.
        let isPair =
          bytes[index] == UInt8(ascii: "\r") && bytes[index...].dropFirst().first == UInt8(ascii: "\n")
        index += isPair ? 2 : 1
        start = index
      case 0xEF:
        guard let mark = PageMark.mark(at: index, in: bytes) else {
          index += 3
          continue
        }
        if mark == .figureText {
          figure = Int(String(decoding: bytes[start..<index], as: UTF8.self))
        } else {
          add(bytes[start..<index], figures)
          if mark == .sheets { lines[lines.count - 1].runs.append(.sheets) }
          if mark == .end { figure = nil }
        }
        isValue = mark == .value || mark == .figure || mark == .figureText
        index += 3
        start = index
      default: index += 1
      }
    }
    add(bytes[start...], figures)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ figures: [FigureMark]) {
    if bytes.isEmpty { return }
    let text = String(decoding: bytes, as: UTF8.self)
    var run = isValue ? PageRun.value(text) : .template(text)
    if let figure, figures.indices.contains(figure) { run = .figure(text, figures[figure]) }
    lines[lines.count - 1].runs.append(run)
  }
}
