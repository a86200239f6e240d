/// One rendering of a notice: how values are printed, what was printed, and what could not be.
final class NoticeRendering {
  /// Whether what values print is told from what the template says, for a page.
  let isMarked: Bool
  private(set) var figures: [FigureMark] = []
  private(set) var hole: (site: Int, why: NoticeValue.Missing)?

  init(isMarked: Bool = false) { self.isMarked = isMarked }

  /// The first hole is the one that is told.
  func record(_ why: NoticeValue.Missing, site: Int) {
    if hole == nil { hole = (site, why) }
  }

  func printed(_ value: NoticeValue) -> String {
    switch value {
    case .text(let text): isMarked ? PageMark.value(text) : text
    case .integer(let integer): isMarked ? PageMark.value(String(integer)) : String(integer)
    case .printed(let text, let mark): isMarked ? figure(text, mark) : text
    case .sheets(let text): isMarked ? PageMark.sheets.string : text
    case .missing, .flag, .figure, .record, .list, .texts: ""
    }
  }

  private func figure(_ text: String, _ mark: FigureMark) -> String {
    figures.append(mark)
    return PageMark.figure(text, index: figures.count - 1)
  }
}
