/// A sheet as plain text, for a notice: one line a row, cells parted by tabs, a merged cell once, numbers as they
/// are shown.
public enum GridText {
  public static func text(of grid: Grid) throws -> String {
    var text: [UInt8] = []
    try grid.forEachRow { row in
      // The second and later rows of a cell that reaches down say nothing.
      if row.cells.allSatisfy({ $0 == nil }) { return }
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
        if let cell = row.cells[index] { append(cell, to: &text) }
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
      append(cell, to: &text)
      if text.count == filled { text.removeSubrange(before...) }
    }
  }

  private static func append(_ cell: GridCell, to text: inout [UInt8]) {
    switch cell.content {
    case .empty: return
    case .text(let content): append(content, to: &text)
    case .number(let number), .formula(_, let number): number.append(to: &text)
    }
  }

  /// A cell's own tabs and line breaks would break the line.
  private static func append(_ content: String, to text: inout [UInt8]) {
    let start = text.count
    text.append(contentsOf: content.utf8)
    guard text[start...].contains(where: { $0 == tab || $0 == newline || $0 == 13 }) else { return }
    text.removeSubrange(start...)
    let parts = content.split(whereSeparator: { $0.isNewline || $0 == "\t" })
    text.append(contentsOf: parts.joined(separator: " ").utf8)
  }

  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")
}
