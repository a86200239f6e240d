/// A live sum of cells, as a spreadsheet writes it: `SUM(C9:C12,C20)`.
enum SumFormula {
  /// Spreadsheets take 255 arguments a function …
  static let arguments = 250
  /// … and 8,192 characters a formula.
  static let length = 8192

  /// The formula, without `=`; nil when no formula can hold so many cells.
  static func over(_ cells: [CellPlace]) -> String? { sum(of: ranges(cells)) }

  /// The formula over ranges that are written already.
  static func sum(of ranges: [String]) -> String? {
    var parts = ranges
    while parts.count > arguments {
      parts = stride(from: 0, to: parts.count, by: arguments).map {
        sum(parts[$0..<min($0 + arguments, parts.count)])
      }
    }
    let formula = sum(parts[...])
    return formula.utf8.count <= length ? formula : nil
  }

  private static func sum(_ parts: ArraySlice<String>) -> String { "SUM(\(parts.joined(separator: ",")))" }

  /// The cells' names, neighbours as ranges. Cells beside each other in one row make a range, too.
  private static func ranges(_ cells: [CellPlace]) -> [String] {
    let isAcross = Set(cells.map(\.row)).count == 1 && cells.count > 1
    let sorted = cells.sorted()
    var ranges: [String] = []
    var first = 0
    for index in sorted.indices {
      let isLast = index + 1 == sorted.count
      if !isLast, follows(sorted[index + 1], sorted[index], isAcross: isAcross) { continue }
      ranges.append(range(sorted[first], sorted[index]))
      first = index + 1
    }
    return ranges
  }

  private static func follows(_ next: CellPlace, _ cell: CellPlace, isAcross: Bool) -> Bool {
    isAcross
      ? next.column == cell.column + 1 : next.column == cell.column && next.row == cell.row + 1
  }

  static func range(_ first: CellPlace, _ last: CellPlace) -> String {
    let name = first == last ? first.name : "\(first.name):\(last.name)"
    guard let sheet = first.sheet else { return name }
    return "'\(sheet.replacing("'", with: "''"))'!\(name)"
  }
}
