/// What a cell of a sheet is in a page, which its tags say: cells that are equal have the same ones.
struct PageCell: Equatable {
  /// What a row says of its cells.
  struct Row {
    let kind: GridRow.Kind
    /// Whether it is the header's first row, which makes the groups of columns.
    let isFirst: Bool
    /// Whether all of it are labels, as over a form's list.
    let isHeadings: Bool
  }

  private enum Scope: String {
    case column = "col"
    case columns = "colgroup"
    case row
  }

  /// Which cells it is the header of; nil for a cell of data. An empty one is none's.
  private let scope: Scope?
  private let columnSpan: Int
  private let rowSpan: Int
  private let isNumber: Bool
  private let isCentered: Bool
  private let isBold: Bool
  private let indent: Int

  init(_ content: GridCell.Content, _ style: GridStyle, in row: Row, columnSpan: Int, rowSpan: Int) {
    (self.columnSpan, self.rowSpan) = (columnSpan, rowSpan)
    scope = content.isEmpty ? nil : Self.scope(of: style.role, in: row, columnSpan: columnSpan)
    isNumber = content.isNumber
    isCentered = style.alignment == .center && (!isNumber || row.kind == .form)
    (isBold, indent) = (style.isBold, style.indent)
  }

  private static func scope(of role: GridStyle.Role, in row: Row, columnSpan: Int) -> Scope? {
    switch (row.kind, role) {
    case (.header, _): row.isFirst && columnSpan > 1 ? .columns : .column
    case (.form, .label): row.isHeadings ? .column : .row
    case (_, .name), (_, .label): .row
    default: nil
    }
  }

  /// The tag before its content.
  var start: HTML {
    let classes = [(isNumber, "number"), (isCentered, "center"), (isBold, "bold")].filter(\.0).map(\.1)
    var tag = HTML()
    tag.append(markup: scope.map { "<th scope=\"\($0.rawValue)\"" } ?? "<td")
    if columnSpan > 1 { tag.append(markup: " colspan=\"\(columnSpan)\"") }
    if rowSpan > 1 { tag.append(markup: " rowspan=\"\(rowSpan)\"") }
    if !classes.isEmpty { tag.append(markup: " class=\"\(classes.joined(separator: " "))\"") }
    if indent > 1 { tag.append(markup: " style=\"padding-left:\(indent)em\"") }
    tag += ">"
    return tag
  }

  /// The tag behind it.
  var end: StaticString { scope == nil ? "</td>" : "</th>" }
}
