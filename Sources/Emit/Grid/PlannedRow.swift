import Figures

/// A table's row before it has its place: what it shows, what the data says of it, and which rows it adds up.
struct PlannedRow {
  /// What the data says of a cell.
  enum Known: Equatable {
    /// No figure belongs to it: it is what it adds up, or empty.
    case nothing
    case figure(Fixed?)
    /// A share or a rate, which does not add up.
    case share(Fixed?)

    var value: Fixed? {
      switch self {
      case .nothing: nil
      case .figure(let value), .share(let value): value
      }
    }
  }

  var kind: GridRow.Kind
  /// The model's row; nil for lines and totals.
  var row: ResultRow?
  /// A line's or a total's text.
  var label: String?
  var level = 1
  var isBold = false
  var indent = 0
  /// The row group that it comes from, by its index.
  var group = 0
  /// One a column.
  var known: [Known]
  /// Rows of the same table by their index; nil when the row adds up none.
  var summands: [Int]?

  /// An empty row, as wide as the table.
  static func blank(columns: Int) -> PlannedRow {
    PlannedRow(kind: .line, known: Array(repeating: .nothing, count: columns))
  }

  /// Whether no figure says anything, or (when zeros count as nothing) none but zeros.
  func isVoid(_ skip: RowGroup.Skip) -> Bool {
    known.allSatisfy { known in
      known.value.map { skip == .zero && $0.isZero } ?? true
    }
  }
}
