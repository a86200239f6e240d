import Figures

/// Where the values of a table's columns stand in a model's rows, which have the same columns one after the other.
struct ColumnPlaces {
  /// The model's column that each column of the table shows.
  private let names: [String?]
  private var head: ResultHead?
  private var places: [Int?]

  init(_ columns: [ColumnLayout]) {
    names = columns.map { column in
      switch column.content {
      case .text(let name), .amount(let name): name
      default: nil
      }
    }
    places = Array(repeating: nil, count: columns.count)
  }

  /// Looks for the columns, where the row's are not those of the row before.
  mutating func find(in row: ResultRow) {
    if row.head === head { return }
    head = row.head
    places = names.map { $0.flatMap(row.head.place(of:)) }
  }

  /// nil when the model has no such column.
  func value(of column: Int, in row: ResultRow) -> Value? { places[column].map { row[place: $0] } }
}
