import CXLSXWriter

/// The charts of one worksheet: gathers the rows that they show while these are written, and draws them at its end.
struct SheetCharts {
  /// The rows of one chart, from 0, and what stands in them.
  private struct Rows {
    var range: ClosedRange<Int>
    var categories: [String] = []
    var values: [[Double?]]
  }

  private let charts: [GridChart]
  private var rows: [Rows?]
  /// Pixels of a row of the usual height.
  private static let rowPixels = Int(SheetMeasure.rowHeight / 0.75)

  init(_ charts: [GridChart]) {
    self.charts = charts
    rows = Array(repeating: nil, count: charts.count)
  }

  /// Takes note of a row that some charts show.
  mutating func add(_ row: GridRow, at place: Int) {
    for index in row.charts {
      let chart = charts[index]
      var gathered =
        rows[index] ?? Rows(range: place...place, values: Array(repeating: [], count: chart.series.count))
      gathered.range = gathered.range.lowerBound...place
      gathered.categories.append(row.cells[chart.categories]?.text ?? "")
      for (series, value) in chart.series.enumerated() {
        gathered.values[series].append(row.cells[value.column].flatMap(\.chartValue))
      }
      rows[index] = gathered
    }
  }

  /// Draws the charts that have something to show: below the sheet's last row, or right of its last column, one under the other, a
  /// row of space before each. Returns the rows before which a page has to end, so that it does not cut a chart.
  func draw(
    on sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String, size: (rows: Int, columns: Int),
    page: (used: Double, height: Double), in file: WorkbookFile
  ) throws -> [lxw_row_t] {
    var next: [ChartLayout.Position: Int] = [.below: size.rows + 1, .right: 1]
    var used = page.used.truncatingRemainder(dividingBy: page.height)
    var breaks: [lxw_row_t] = []
    for (chart, rows) in zip(charts, rows) {
      guard let shown = rows, shown.values.joined().contains(where: { $0 != nil }) else { continue }
      let pointer = try ChartWriter(chart, in: file).chart(
        over: shown.range, of: name, categories: shown.categories, values: shown.values)
      let row = next[chart.position, default: 0]
      let rows = (chart.height + Self.rowPixels - 1) / Self.rowPixels + 1
      if chart.position == .below {
        let height = Double(rows) * SheetMeasure.rowHeight
        if used + height > page.height {
          // The row of space goes along.
          breaks.append(lxw_row_t(row - 1))
          used = 0
        }
        used += height
      }
      var options = lxw_chart_options()
      options.x_offset = chart.position == .right ? Int32(Self.rowPixels) : 0
      // The library draws 480 × 288 pixels.
      (options.x_scale, options.y_scale) = (Double(chart.width) / 480, Double(chart.height) / 288)
      let column = chart.position == .below ? 0 : size.columns
      let error = worksheet_insert_chart_opt(sheet, lxw_row_t(row), lxw_col_t(column), pointer, &options)
      if error != LXW_NO_ERROR {
        throw WorkbookError.library(code: error.rawValue, reason: String(cString: lxw_strerror(error)))
      }
      next[chart.position] = row + rows
    }
    return breaks
  }
}

extension GridCell {
  /// The number as a chart keeps it; a number that stays blank is none.
  fileprivate var chartValue: Double? {
    switch content {
    case .empty, .text: return nil
    case .number(let number) where number.hidesZero && number.value.isZero: return nil
    case .number(let number), .formula(_, let number):
      return number.double
    }
  }
}
