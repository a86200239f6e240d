/// A table for a terminal: columns parted by two spaces, aligned where a Chinese character takes the room of two.
struct TextTable {
  private var rows: [[String]]

  init(header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row.map(\.shown)) }

  /// The lines, the header first.
  var lines: [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].shownWidth }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.shownWidth + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension String {
  /// On one line, and nothing in it that a terminal would take for an order.
  fileprivate var shown: String {
    String(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
  }

  /// The columns that a terminal gives it.
  var shownWidth: Int {
    unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: width
      default: width + (scalar.isWide ? 2 : 1)
      }
    }
  }
}

extension Unicode.Scalar {
  /// East Asian wide and full-width characters; the ambiguous ones (“ ” …) are narrow on terminals.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
