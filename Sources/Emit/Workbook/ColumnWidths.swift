import Figures

/// The widths of a sheet's columns while its rows are written: numbers are never cut, one that does not fit prints as ###.
struct ColumnWidths {
  private(set) var values: [Double]
  /// The units up to which each column's numbers surely fit.
  private var fitting: [UInt64]

  init(_ widths: [Double]) {
    values = widths
    fitting = Array(repeating: 0, count: widths.count)
  }

  /// Merged numbers have the room of several columns.
  mutating func widen(for row: GridRow) {
    for column in row.cells.indices
    where row.cells[column]?.columnSpan == 1 && row.cells[column]?.rowSpan == 1 {
      if let value = row.cells[column]?.value { widen(column, for: value) }
    }
  }

  private mutating func widen(_ column: Int, for value: Fixed) {
    guard value.units.magnitude > fitting[column] else { return }
    // All numbers of as many digits.
    var widest: UInt64 = 9
    while widest < value.units.magnitude, widest < .max / 10 { widest = widest * 10 + 9 }
    fitting[column] = widest < value.units.magnitude ? .max : widest
    values[column] = max(values[column], SheetMeasure.width(of: value))
  }
}
