import CXLSXWriter

/// Makes one native chart. Its numbers are references to cells, so that it follows them; beside each stands its
/// present value, for readers that show a chart without calculating.
struct ChartWriter {
  private let chart: GridChart
  private let pointer: UnsafeMutablePointer<lxw_chart>

  init(_ chart: GridChart, in file: WorkbookFile) throws {
    self.chart = chart
    pointer = try file.addChart(chart.kind.code)
  }

  func chart(
    over rows: ClosedRange<Int>, of sheet: String, categories: [String], values: [[Double?]]
  ) throws -> UnsafeMutablePointer<lxw_chart> {
    for (series, values) in zip(chart.series, values) {
      guard let added = chart_add_series(pointer, nil, nil) else { throw Self.noMemory }
      chart_series_set_name(added, series.name)
      Self.refer(chart_series_set_categories, added, sheet, rows, chart.categories)
      Self.refer(chart_series_set_values, added, sheet, rows, series.column)
      for text in categories { try Self.keep(gongshi_chart_add_point(added.pointee.categories, text, 0, 0)) }
      for value in values {
        let isEmpty: Int32 = value == nil ? 1 : 0
        try Self.keep(gongshi_chart_add_point(added.pointee.values, nil, value ?? 0, isEmpty))
      }
      // A value between two that are empty makes no line.
      if chart.kind == .line {
        chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
      }
      if chart.hasLabels { label(added, series) }
    }
    if chart.kind == .bar || chart.kind == .column { chart_set_series_gap(pointer, 60) }
    setTitles()
    setLegend()
    return pointer
  }

  private typealias SetRange = (
    UnsafeMutablePointer<lxw_chart_series>?, UnsafePointer<CChar>?, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t
  ) -> Void

  private static func refer(
    _ set: SetRange, _ series: UnsafeMutablePointer<lxw_chart_series>, _ sheet: String,
    _ rows: ClosedRange<Int>, _ column: Int
  ) {
    sheet.withCString { name in
      set(
        series, name, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
        lxw_col_t(column))
    }
  }

  private static func keep(_ result: Int32) throws { if result == 0 { throw noMemory } }

  private static var noMemory: WorkbookError {
    .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "chart")
  }

  // MARK: Texts

  private func label(_ series: UnsafeMutablePointer<lxw_chart_series>, _ layout: GridChart.Series) {
    let isPie = chart.kind == .pie
    chart_series_set_labels_options(series, 0, isPie ? 1 : 0, 1)
    chart_series_set_labels_num_format(series, layout.numberFormat)
    withFont(size: 9) { chart_series_set_labels_font(series, $0) }
    let position =
      chart.kind == .line ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_OUTSIDE_END
    chart_series_set_labels_position(series, UInt8(position.rawValue))
    if isPie {
      chart_series_set_labels_separator(series, UInt8(LXW_CHART_LABEL_SEPARATOR_SPACE.rawValue))
      chart_series_set_labels_leader_line(series)
    }
  }

  private func setTitles() {
    if let title = chart.title {
      chart_title_set_name(pointer, title)
      withFont(size: 13, isBold: true) { chart_title_set_name_font(pointer, $0) }
    } else {
      chart_title_off(pointer)
    }
    if chart.kind == .pie { return }
    // The library's x axis is the horizontal one, also where that has the numbers.
    let isBar = chart.kind == .bar
    let categories = isBar ? pointer.pointee.y_axis : pointer.pointee.x_axis
    let values = isBar ? pointer.pointee.x_axis : pointer.pointee.y_axis
    for (axis, title) in [(categories, chart.categoryTitle), (values, chart.valueTitle)] {
      withFont(size: 9) { chart_axis_set_num_font(axis, $0) }
      guard let title else { continue }
      chart_axis_set_name(axis, title)
      withFont(size: 10) { chart_axis_set_name_font(axis, $0) }
    }
    chart_axis_set_num_format(values, "General")
    var line = lxw_chart_line(color: 0xD9D9D9, none: 0, width: 0.75, dash_type: 0, transparency: 0)
    chart_axis_major_gridlines_set_visible(categories, 0)
    chart_axis_major_gridlines_set_visible(values, 1)
    chart_axis_major_gridlines_set_line(values, &line)
    if isBar {
      // The first row on top, the numbers at the bottom all the same.
      chart_axis_set_reverse(categories)
      chart_axis_set_label_position(values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    }
  }

  /// One series needs no legend; the slices of a pie do, unless their names stand beside them.
  private func setLegend() {
    let isNeeded = chart.kind == .pie ? !chart.hasLabels : chart.series.count > 1
    let position = isNeeded ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    chart_legend_set_position(pointer, UInt8(position.rawValue))
    if isNeeded { withFont(size: 10) { chart_legend_set_font(pointer, $0) } }
  }

  /// The library keeps its own copy of a font.
  private func withFont(
    size: Double, isBold: Bool = false, _ use: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    "宋体".withCString { name in
      var font = lxw_chart_font()
      font.name = UnsafeMutablePointer(mutating: name)
      font.size = size
      // 0 is the library's own choice, which is bold for titles.
      font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
      use(&font)
    }
  }
}

extension ChartLayout.Kind {
  fileprivate var code: lxw_chart_type {
    switch self {
    case .column: LXW_CHART_COLUMN
    case .bar: LXW_CHART_BAR
    case .pie: LXW_CHART_PIE
    case .line: LXW_CHART_LINE
    }
  }
}
