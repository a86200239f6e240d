import Figures

/// One cell of a sheet, or a merged range of them.
public struct GridCell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case empty
    case text(String)
    case number(GridNumber)
    /// A formula without its `=`, and the exact value that it gives.
    case formula(String, GridNumber)

    /// Whether it shows nothing.
    var isEmpty: Bool {
      switch self {
      case .empty: true
      case .text(let text): text.isEmpty
      case .number(let number), .formula(_, let number): number.isHidden
      }
    }

    /// Whether it is a number, though it may be one that is not shown.
    var isNumber: Bool {
      switch self {
      case .empty, .text: false
      case .number, .formula: true
      }
    }
  }

  public var content: Content
  public var style: GridStyle
  public var columnSpan: Int
  public var rowSpan: Int
  /// Where a number comes from, when the grid is made for a page.
  public var mark: FigureMark?
  /// Where a text leads.
  public var link: GridLink?

  public init(_ content: Content, _ style: GridStyle, columnSpan: Int = 1, rowSpan: Int = 1) {
    self.content = content
    self.style = style
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
  }

  /// A text; none when there is nothing in it.
  static func text(_ text: String?, _ style: GridStyle, columnSpan: Int = 1, rowSpan: Int = 1) -> GridCell {
    let content: Content = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
    return GridCell(content, style, columnSpan: columnSpan, rowSpan: rowSpan)
  }

  /// A text that leads somewhere.
  mutating func lead(to link: GridLink?) {
    guard let link, case .text = content else { return }
    self.link = link
    style.isLink = true
  }

  /// As it is shown.
  public var text: String {
    switch content {
    case .empty: ""
    case .text(let text): text
    case .number(let number), .formula(_, let number): number.text
    }
  }

  /// The exact number; nil for text and where there is none (which is not zero).
  public var value: Fixed? {
    switch content {
    case .empty, .text: nil
    case .number(let number), .formula(_, let number): number.value
    }
  }
}
