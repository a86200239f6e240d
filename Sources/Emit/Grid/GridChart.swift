/// A chart on a sheet: which columns it shows of the rows that are marked for it.
public struct GridChart: Hashable, Sendable {
  public struct Series: Hashable, Sendable {
    public var name: String
    public var column: Int
    /// How its numbers are written at the columns: `0.00`, `0.00"%"`.
    public var numberFormat: String
  }

  public var kind: ChartLayout.Kind
  public var title: String?
  public var categories: Int
  public var series: [Series]
  public var position: ChartLayout.Position
  /// In pixels.
  public var width: Int
  public var height: Int
  public var categoryTitle: String?
  public var valueTitle: String?
  public var hasLabels: Bool
}

extension SheetContext {
  /// The sheet's charts over columns with these titles.
  func charts(_ tables: [TableLayout], titles: [[String]]) throws -> [GridChart] {
    try layout.charts.map { chart in
      let offset = tables[..<chart.table].reduce(0) { $0 + $1.columns.count }
      let columns = tables[chart.table].columns
      let units = Set(chart.series.map { self.unit(of: columns[$0]) })
      let common = units.count == 1 ? units.first ?? nil : nil
      return GridChart(
        kind: chart.kind, title: try text(chart.title), categories: offset + chart.categories,
        series: chart.series.map { index in
          .init(
            name: titles[offset + index].last ?? "", column: offset + index,
            numberFormat: numberFormat(of: columns[index]))
        },
        position: chart.position, width: chart.width, height: chart.height,
        categoryTitle: try text(chart.categoryTitle), valueTitle: try text(chart.valueTitle) ?? common,
        hasLabels: chart.hasLabels)
    }
  }

  private func unit(of column: ColumnLayout) -> String? {
    switch column.measure {
    case .money: layout.unit.rawValue
    case .percent: "%"
    case .score: "分"
    case .count, nil: nil
    }
  }

  private func numberFormat(of column: ColumnLayout) -> String {
    let decimals = column.decimals ?? layout.decimals
    let fraction = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    switch column.measure {
    case .money, .score: return fraction
    case .percent: return (column.decimals == nil ? "0.00" : fraction) + "\"%\""
    case .count, nil: return "0"
    }
  }
}
