/// A row with fewer or more cells than the header, of which only some cells are certain to stand under their title.
///
/// Cells lack in one place, or those of one place are one cell that a comma parted. Every place is tried; the ones after
/// which the fewest cells are wrong are those where it may have happened. A cell that stands under the same title in all
/// of them is certain.
struct RaggedRow {
  /// From which side a column's cell was counted; a gap has none, or the parts of one.
  private enum Origin: Int, CaseIterable { case left, right, gap }
  typealias Faults = [Int: [IssueList.Issue]]

  /// Further off the header than that, nothing is certain.
  private static let mostOff = 8
  private static let mostColumns = 256

  private let cells: [[UInt8]]
  private let columns: Int
  /// Cells too many; below zero, too few.
  private let excess: Int

  init?(_ cells: [[UInt8]], columns: Int) {
    (self.cells, self.columns, excess) = (cells, columns, cells.count - columns)
    if cells.isEmpty || abs(excess) > Self.mostOff || columns > Self.mostColumns { return nil }
  }

  /// What is wrong in the cells whose place is certain; `check` says what is wrong in a row of as many cells as columns.
  func certainFaults(_ check: ([[UInt8]]) -> Faults) -> [IssueList.Issue] {
    let faults = Origin.allCases.map { origin in check((0..<columns).map { cell($0, origin) }) }
    /// Of two places that explain as much, the one where what was parted is a value.
    func cost(_ place: Int) -> Int {
      (0..<columns).reduce(0) { sum, column in
        let origin = origin(column, place)
        return sum + (faults[origin.rawValue][column] == nil ? 0 : origin == .gap && excess > 0 ? 3 : 2)
      }
    }
    let places = 0...(excess > 0 ? columns : columns + excess)
    let costs = places.map(cost)
    let likely = zip(places, costs).filter { $0.1 == costs.min() }.map(\.0)
    return (0..<columns).flatMap { column -> [IssueList.Issue] in
      let origins = Set(likely.map { origin(column, $0) })
      guard origins.count == 1, let origin = origins.first, origin != .gap else { return [] }
      return faults[origin.rawValue][column] ?? []
    }
  }

  /// Where a column's cell comes from when it happened at this place.
  private func origin(_ column: Int, _ place: Int) -> Origin {
    if column < place { return .left }
    return column < place + (excess > 0 ? 1 : -excess) ? .gap : .right
  }

  private func cell(_ column: Int, _ origin: Origin) -> [UInt8] {
    switch origin {
    case .left: cells.indices.contains(column) ? cells[column] : []
    case .right: cells.indices.contains(column + excess) ? cells[column + excess] : []
    case .gap:
      excess > 0 ? Array(cells[column...(column + excess)].joined(separator: [UInt8(ascii: ",")])) : []
    }
  }
}
