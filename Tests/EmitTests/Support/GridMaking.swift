import Figures

@testable import Emit

extension Grid {
  /// A sheet with these cells and nothing else.
  static func of(
    _ rows: [[GridCell?]], name: String = "表", isLong: Bool = false,
    page: GridPage = .init(orientation: .landscape)
  ) -> Grid {
    let columns = rows.map(\.count).max() ?? 0
    let wide = rows.map { GridRow(.line, $0 + Array(repeating: nil, count: columns - $0.count)) }
    return Grid(
      name: name, title: name, unit: .tenThousandYuan,
      columns: (0..<columns).map { _ in GridColumn(title: ["列"], width: nil, isNumeric: false) },
      page: page, isLong: isLong, produce: { _, body in try wide.forEach(body) })
  }
}

extension GridCell {
  static func number(_ hundredths: Int64) -> GridCell {
    GridCell(
      .number(GridNumber(Fixed(units: hundredths, decimals: 2), decimals: 2)), GridStyle(.amount, .right))
  }

  static func text(_ text: String) -> GridCell { GridCell(.text(text), GridStyle(.text)) }
}

enum SumFormulaProbe {
  static func over(_ cells: [(row: Int, column: Int)]) -> String? {
    SumFormula.over(cells.map { CellPlace(row: $0.row, column: $0.column) })
  }
}
