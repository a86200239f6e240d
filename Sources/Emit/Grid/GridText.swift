/// A sheet as plain text, for a notice: one line a row, cells parted by tabs, a merged cell once, numbers as they
/// are shown.
public enum GridText {
  public static func text(of grid: Grid) throws -> String {
    var text = ""
    try grid.forEachRow { row in
      // The second and later rows of a cell that reaches down say nothing.
      if row.cells.allSatisfy({ $0 == nil }) { return }
      text += line(row)
      text += "\n"
    }
    return text
  }

  static func line(_ row: GridRow) -> String {
    switch row.kind {
    case .title, .subtitle, .unitLine, .note:
      row.cells.compactMap { $0.map { flat($0.text) } }.filter { !$0.isEmpty }.joined(separator: "\t")
    case .header, .numberRow, .body, .line, .total, .form:
      row.cells.map { $0.map { flat($0.text) } ?? "" }.joined(separator: "\t")
    }
  }

  /// A cell's own tabs and line breaks would break the line.
  private static func flat(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }
}
