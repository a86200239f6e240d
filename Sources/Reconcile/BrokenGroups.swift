import Figures

/// The figures behind exact sums that do not hold, read once for all of them: of each group its own, and those of
/// other groups that are as large as what is missing.
struct BrokenGroups {
  private var cells: [[Value]: [[SumCell]]] = [:]
  private var elsewhere: [(group: [Value], cell: SumCell)] = []

  /// Groups beyond this many figures in all are not looked into: memory stays bounded.
  private static let mostCells = 20_000

  /// - Parameter differences: total less parts of each group, in stored integers, and how many figures it has.
  init(
    of balance: Balance, _ differences: [(group: [Value], difference: Int64, figures: Int)],
    _ context: CheckContext
  ) throws {
    var room = Self.mostCells
    let looked = differences.filter {
      room -= $0.figures
      return $0.figures <= HintSearch.most && room >= 0
    }
    if looked.isEmpty { return }
    for group in looked.map(\.group) { cells[group] = balance.sides.map { _ in [] } }
    for (index, side) in balance.sides.enumerated() {
      let hasPlaces = context.hasPlaces(side.from)
      let sql = side.cellsSQL(by: balance.by, of: looked.map(\.group), hasPlaces: hasPlaces)
      for row in try context.query(sql) {
        let group = Array(row.values.prefix(balance.by.count))
        guard let cell = balance.cell(row, of: side, isTotal: index == 0, context) else { continue }
        cells[group]?[index].append(cell)
      }
      if index == 0 { continue }
      let sizes = side.cellsSQL(by: balance.by, of: looked.map(\.difference), hasPlaces: hasPlaces)
      elsewhere += try context.query(sizes).compactMap { row in
        balance.cell(row, of: side, isTotal: false, context).map {
          (Array(row.values.prefix(balance.by.count)), $0)
        }
      }
    }
  }

  /// What may be wrong in a group; nothing where it was not looked into.
  func search(_ group: [Value]) -> HintSearch {
    guard let cells = cells[group] else { return HintSearch(totals: [], parts: []) }
    let own = Set(cells.joined().compactMap(\.place))
    let others = elsewhere.filter { other in
      other.group != group && other.cell.place.map { !own.contains($0) } ?? true
    }
    return HintSearch(
      totals: cells[0], parts: Array(cells.dropFirst().joined()), elsewhere: others.map(\.cell))
  }
}

extension Balance {
  /// A row's figure; nil where it has none.
  fileprivate func cell(
    _ row: ResultRow, of side: BalanceSide, isTotal: Bool, _ context: CheckContext
  ) -> SumCell? {
    guard case .integer(let value)? = row["_value"], case .integer(let weight)? = row["_weight"] else {
      return nil
    }
    let label = row["_label"]?.label ?? ""
    return SumCell(
      label: label.isEmpty ? side.title : label, place: side.place(of: row, context),
      value: Fixed(units: value, decimals: QuantityText.decimals(ofStored: unit)),
      weight: isTotal ? 0 &- weight : weight)
  }
}
