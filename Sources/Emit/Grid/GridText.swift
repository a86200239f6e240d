/// A sheet as plain text, for a notice: one line a row, cells parted by tabs, a merged cell once, numbers as they
/// are shown.
public enum GridText {
  public static func text(of grid: Grid) throws -> String {
    var grid = grid
    grid.isTraced = false
    var text: [UInt8] = []
    try grid.forEachRow { row in
      // The second and later rows of a cell that reaches down say nothing.
      if row.reach == 0 { return }
      append(row, to: &text)
      text.append(newline)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ row: GridRow, to text: inout [UInt8]) {
    switch row.kind {
    case .title, .subtitle, .unitLine, .note: appendFilled(row, to: &text)
    case .header, .numberRow, .body, .line, .total, .form:
      for index in row.cells.indices {
        if index > 0 { text.append(tab) }
        append(row.cells[index]?.content ?? .empty, to: &text)
      }
    }
  }

  /// The cells that say something.
  private static func appendFilled(_ row: GridRow, to text: inout [UInt8]) {
    let start = text.count
    for case let cell? in row.cells {
      let before = text.count
      if before > start { text.append(tab) }
      let filled = text.count
      append(cell.content, to: &text)
      if text.count == filled { text.removeSubrange(before...) }
    }
  }

  private static func append(_ content: GridCell.Content, to text: inout [UInt8]) {
    switch content {
    case .empty: return
    case .text(let words): append(words, to: &text)
    case .number(let number), .formula(_, let number): number.append(to: &text)
    }
  }

  /// A cell's own tabs and line breaks would break the line.
  private static func append(_ words: String, to text: inout [UInt8]) {
    if text.append(words, without: breaks) { return }
    text.append(words.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " "))
  }

  private static let breaks = ByteSet { "\t\n\r".utf8.contains($0) }
  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")
}
