import Figures

/// The printed parts of all groups, one of which may be missing in another group. Put together when a sum is broken.
final class OtherGroups {
  private let sides: [[[Value]: [PrintedRow]]]
  /// How many figures may still be looked at: where very many sums are broken, a missing part is not what is wrong.
  private var room = 1_000_000

  private lazy var all: [(group: [Value], cell: SumCell)] = sides.flatMap { side in
    side.sorted { Balance.precedes($0.key, $1.key) }.flatMap { group, rows in
      rows.map { (group, $0.cell()) }
    }
  }

  init(of sides: [[[Value]: [PrintedRow]]]) { self.sides = sides }

  func cells(than group: [Value]) -> [SumCell] {
    room -= all.count
    if room < 0 { return [] }
    let own = Set(sides.flatMap { $0[group] ?? [] }.compactMap(\.place))
    return all.filter { other in
      other.group != group && other.cell.place.map { !own.contains($0) } ?? true
    }.map(\.cell)
  }
}
