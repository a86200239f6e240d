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
  var isBlank: Bool { runs.allSatisfy { $0 != .sheets && $0.text.allSatisfy(\.isWhitespace) } }
  var holdsSheets: Bool { runs.contains(.sheets) }

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
  private var run = String.UnicodeScalarView()
  /// The figure's index, while it is read and while its text is.
  private var index: Int?
  private var isValue = false

  init(_ text: String, figures: [FigureMark]) {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case PageMark.value, PageMark.figure:
        endRun(figures)
        isValue = true
      case PageMark.figureText:
        index = Int(String(run))
        run.removeAll(keepingCapacity: true)
      case PageMark.end:
        endRun(figures)
        (isValue, index) = (false, nil)
      case "\r", "\n":
        // CR LF is one line end.
        if !(scalar == "\n" && last == "\r") { endLine(figures) }
      default:
        if PageMark.isSheets(scalar) {
          endRun(figures)
          lines[lines.count - 1].runs.append(.sheets)
        } else {
          run.append(scalar)
        }
      }
      last = scalar
    }
    endRun(figures)
  }

  private mutating func endRun(_ figures: [FigureMark]) {
    if run.isEmpty { return }
    let text = String(run)
    run.removeAll(keepingCapacity: true)
    let run: PageRun =
      if let index, figures.indices.contains(index) { .figure(text, figures[index]) } else if isValue {
        .value(text)
      } else { .template(text) }
    lines[lines.count - 1].runs.append(run)
  }

  private mutating func endLine(_ figures: [FigureMark]) {
    endRun(figures)
    lines.append(PageLine())
  }
}
