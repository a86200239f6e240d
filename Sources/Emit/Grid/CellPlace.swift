/// Where a cell stands: its row and column from 0, and its sheet when that is another one.
struct CellPlace: Hashable, Comparable {
  var sheet: String? = nil
  var row: Int
  var column: Int

  /// `C12`.
  var name: String { Self.letters(of: column) + String(row + 1) }

  static func < (a: CellPlace, b: CellPlace) -> Bool { (a.column, a.row) < (b.column, b.row) }

  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
