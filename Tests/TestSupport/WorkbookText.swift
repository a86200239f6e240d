import Foundation

/// A workbook as a text that a reviewer reads and a test compares: sheet after sheet its page, its columns, its merged
/// cells, and row by row every cell with its value, its formula and its number format.
public struct WorkbookText {
  public static func text(of workbook: XLSXReader) throws -> String {
    try workbook.sheets.map { try text(of: $0) }.joined(separator: "\n")
  }

  private static func text(of sheet: XLSXReader.Sheet) throws -> String {
    let xml = try XMLTree.parse(Data(sheet.xml.utf8))
    var lines = ["== \(sheet.name)"]
    for name in ["pane", "pageSetup", "pageMargins", "oddFooter", "rowBreaks"] {
      for node in xml.all(name) {
        let attributes = node.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts = (attributes + [node.allText]).filter { !$0.isEmpty }
        lines.append("\(name): \(parts.joined(separator: " "))")
      }
    }
    let widths = sheet.widths.sorted { $0.key < $1.key }
    lines.append("widths: " + widths.map { "\(letters($0.key)) \($0.value)" }.joined(separator: ", "))
    if !sheet.merges.isEmpty { lines.append("merged: " + sheet.merges.joined(separator: " ")) }
    return (lines + rows(of: sheet)).joined(separator: "\n") + "\n"
  }

  private static func rows(of sheet: XLSXReader.Sheet) -> [String] {
    var rows: [Int: [(column: Int, text: String)]] = [:]
    for (name, cell) in sheet.cells {
      let letters = name.prefix { $0.isLetter }
      guard let row = Int(name.dropFirst(letters.count)), let text = text(of: cell) else { continue }
      rows[row, default: []].append((column(letters), "\(letters) \(text)"))
    }
    return rows.sorted { $0.key < $1.key }.map { row, cells in
      let height = sheet.heights[row].map { " (\($0) pt)" } ?? ""
      return "\(row)\(height): " + cells.sorted { $0.column < $1.column }.map(\.text).joined(separator: " | ")
    }
  }

  /// nil for an empty cell that only carries a border.
  private static func text(of cell: XLSXReader.Cell) -> String? {
    if cell.value.isEmpty, cell.formula == nil { return nil }
    var parts = [cell.value.replacing("\n", with: "⏎")]
    if let formula = cell.formula { parts.append("{=\(formula)}") }
    if !cell.isText { parts.append("[\(cell.format)]") }
    if cell.isBold { parts.append("*") }
    return parts.joined(separator: " ")
  }

  private static func column(_ letters: some StringProtocol) -> Int {
    letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
  }

  private static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
