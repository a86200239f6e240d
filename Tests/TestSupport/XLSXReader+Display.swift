import Figures

extension XLSXReader.Cell {
  /// What a reader sees in the cell: a text, or the number rounded as its format shows it. A format that shows no
  /// number shows none.
  public var displayed: String {
    if isText { return value }
    guard let number = exact else { return value }
    let shown = number.isZero ? zeroFormat : format
    if shown.isEmpty { return "" }
    let digits = shown.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
    let decimals = digits.prefix { $0 == "0" }.count
    return NumberFormat(decimals: decimals, isGrouped: shown.contains("#,##0")).string(number)
  }

  /// The number as the file writes it, `323.8344` or `7.0E-2`.
  private var exact: Fixed? {
    let parts = value.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard let mantissa = parts.first.flatMap({ Fixed(String($0)) }) else { return nil }
    guard parts.count > 1 else { return mantissa }
    return Int(parts[1]).map { Fixed(units: mantissa.units, decimals: mantissa.decimals - $0) }
  }

  /// The format for zero: the third section, where there is one.
  private var zeroFormat: String {
    let sections = format.split(separator: ";", omittingEmptySubsequences: false)
    return sections.count > 2 ? String(sections[2]) : format
  }
}

extension XLSXReader.Sheet {
  /// What a reader sees, row by row and from left to right; cells that show nothing are empty texts.
  public var displayedRows: [[String]] {
    var rows: [Int: [Int: String]] = [:]
    for (name, cell) in cells {
      let letters = name.prefix { $0.isLetter }
      guard let row = Int(name.dropFirst(letters.count)) else { continue }
      let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      rows[row, default: [:]][column] = cell.displayed
    }
    return rows.sorted { $0.key < $1.key }.map { _, cells in
      (1...(cells.keys.max() ?? 1)).map { cells[$0] ?? "" }
    }
  }
}
