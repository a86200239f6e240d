import Figures

/// By how much a sum is apart, and what of that a change of one cell leaves. All doubled, in units of the finest
/// decimal, so that half units are whole.
struct SumGap {
  private let finest: Int
  private let gap: Int128
  /// The rounding of all figures together.
  private let slack: Int128

  /// The cells' weighted sum is what is apart: totals count against the parts. nil where figures are too large to
  /// be looked at.
  init?(_ cells: [SumCell]) {
    finest = cells.map(\.printedDecimals).max() ?? 0
    var (gap, slack): (Int128, Int128) = (0, 0)
    for cell in cells {
      guard let size = Self.size(of: cell, finest), let units = Self.units(of: cell) else { return nil }
      gap -= 2 * size * units
      if cell.decimals != nil { slack += size.magnitudeAsSigned }
    }
    (self.gap, self.slack) = (gap, slack)
  }

  var isBroken: Bool { gap.magnitude > slack.magnitude }

  /// What a change of one cell does to it; nil where the cell has more digits, or too many.
  func change(of cell: SumCell) -> Change? {
    guard let size = Self.size(of: cell, finest), let units = Self.units(of: cell) else { return nil }
    return Change(units: units, step: 2 * size, gap: gap, slack: slack.magnitude)
  }

  /// A cell's value, in units of its last decimal, and the gap that one unit more closes by `step`.
  struct Change {
    let units: Int128
    fileprivate let step: Int128
    fileprivate let gap: Int128
    fileprivate let slack: UInt128
    /// The whole number of units that closes the gap best.
    let wanted: Int128

    fileprivate init(units: Int128, step: Int128, gap: Int128, slack: UInt128) {
      (self.units, self.step, self.gap, self.slack) = (units, step, gap, slack)
      wanted = units + nearestWhole(gap, step)
    }

    /// What is left when the cell becomes one of `right`, the one nearest to what is wanted; nil when the sum does
    /// not hold then.
    func rest(_ right: ClosedRange<Int128>) -> (rest: UInt128, right: Int128)? {
      let taken = min(max(wanted, right.lowerBound), right.upperBound)
      let rest = (gap - step * (taken - units)).magnitude
      return rest <= slack ? (rest, taken) : nil
    }
  }

  /// What is left without a cell, whose rounding goes with it.
  func rest(removing cell: SumCell) -> UInt128? {
    guard let size = Self.size(of: cell, finest), let units = Self.units(of: cell) else { return nil }
    let rest = (gap + 2 * size * units).magnitude
    return rest <= (slack - (cell.decimals == nil ? 0 : size.magnitudeAsSigned)).magnitude ? rest : nil
  }

  /// What is left with a cell more; of the cells that are there, with the cell twice.
  func rest(adding cell: SumCell) -> UInt128? {
    guard cell.printedDecimals <= finest, let size = Self.size(of: cell, finest),
      let units = Self.units(of: cell), units != 0
    else { return nil }
    let rest = (gap - 2 * size * units).magnitude
    return rest <= (slack + (cell.decimals == nil ? 0 : size.magnitudeAsSigned)).magnitude ? rest : nil
  }

  /// One unit of the cell's last decimal, weighted, in units of the finest. Bounded, so that nothing overflows.
  private static func size(of cell: SumCell, _ finest: Int) -> Int128? {
    let apart = finest - cell.printedDecimals
    guard (0...9).contains(apart), cell.weight.magnitude <= 1000 else { return nil }
    return (0..<apart).reduce(Int128(cell.weight)) { size, _ in size * 10 }
  }

  private static func units(of cell: SumCell) -> Int128? {
    guard let units = (try? cell.value.rescaled(to: cell.printedDecimals))?.units,
      units.magnitude < 1_000_000_000_000_000_000
    else { return nil }
    return Int128(units)
  }
}

/// The whole number nearest to a ÷ b, halves away from zero; 0 for nothing to divide by.
func nearestWhole(_ a: Int128, _ b: Int128) -> Int128 {
  if b == 0 { return 0 }
  let (whole, rest) = a.magnitude.quotientAndRemainder(dividingBy: b.magnitude)
  let magnitude = Int128(whole) + (rest >= b.magnitude - rest ? 1 : 0)
  return (a < 0) == (b < 0) ? magnitude : -magnitude
}

extension Int128 {
  fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
