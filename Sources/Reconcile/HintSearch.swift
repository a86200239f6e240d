import Figures

/// Looks for every single error that explains why a sum does not hold, over all of its cells, the total's too.
/// Of rounded figures, within their rounding.
public struct HintSearch: Sendable {
  /// One for each cell that may be wrong, likeliest first.
  public let all: [Hint]

  /// Among more cells than these one that fits by chance explains nothing.
  public static let most = 1000

  /// - Parameters:
  ///   - totals: with the weights that they have against the parts: −1.
  ///   - elsewhere: figures of other groups, one of which may be missing here.
  public init(totals: [SumCell], parts: [SumCell], elsewhere: [SumCell] = []) {
    guard totals.count + parts.count <= Self.most, let gap = SumGap(totals + parts), gap.isBroken else {
      all = []
      return
    }
    let cells = totals.map { ($0, totals.count == 1) } + parts.map { ($0, false) }
    var hints = cells.flatMap { cell, isTotal in Self.misprints(of: cell, isTotal: isTotal, gap) }
    hints += Self.repetitions(totals, parts, gap)
    hints += elsewhere.compactMap { cell in
      gap.rest(adding: cell).map { Hint(cell: cell, isTotal: false, cause: .missing, rest: $0) }
    }
    all = Self.oneEach(hints)
  }

  /// What a finding says: at most three.
  public var hints: [Hint] { Array(all.prefix(3)) }
  /// How many more cells explain it as well.
  public var others: Int { all.count - hints.count }
  public var suspects: [Suspect] { hints.map(\.cell.suspect) }

  // MARK: Kinds

  /// Neither 0 nor what would have to be 0 is a misprint.
  private static func misprints(of cell: SumCell, isTotal: Bool, _ gap: SumGap) -> [Hint] {
    guard let change = gap.change(of: cell), change.units != 0 else { return [] }
    return Misprint.all(
      of: change.units, near: change.wanted, decimals: cell.printedDecimals, isRounded: cell.decimals != nil
    ).compactMap { misprint in
      guard let (rest, right) = change.rest(misprint.right), right != 0 else { return nil }
      let corrected = Int64(exactly: right).map { Fixed(units: $0, decimals: cell.printedDecimals) }
      return Hint(cell: cell, isTotal: isTotal, cause: misprint.cause, corrected: corrected, rest: rest)
    }
  }

  /// The difference is a figure of the sum itself: it stands there twice, or the total has it twice or not at all.
  private static func repetitions(_ totals: [SumCell], _ parts: [SumCell], _ gap: SumGap) -> [Hint] {
    let count = Dictionary(grouping: totals + parts) { Repeated(value: $0.value, weight: $0.weight) }
      .mapValues(\.count)
    var hints: [Hint] = []
    for cell in totals + parts where !cell.value.isZero {
      let isTotal = totals.count == 1 && cell == totals[0]
      if isTotal { continue }
      if let rest = gap.rest(removing: cell) {
        let isTwice = count[Repeated(value: cell.value, weight: cell.weight), default: 0] > 1
        hints.append(
          Hint(cell: cell, isTotal: false, cause: isTwice ? .countedTwice : .tooMuch, rest: rest))
        if totals.count == 1 {
          hints.append(Hint(cell: totals[0], isTotal: true, cause: .totalLacks(cell.suspect), rest: rest))
        }
      }
      if let rest = gap.rest(adding: cell) {
        hints.append(Hint(cell: cell, isTotal: false, cause: .onceMore, rest: rest))
        if totals.count == 1 {
          hints.append(
            Hint(cell: totals[0], isTotal: true, cause: .totalHasTwice(cell.suspect), rest: rest))
        }
      }
    }
    return hints
  }

  private struct Repeated: Hashable {
    var value: Fixed
    var weight: Int64
  }

  /// The likeliest of each cell, these in their order; what is alike stays as it stands in the registers.
  private static func oneEach(_ hints: [Hint]) -> [Hint] {
    var seen: Set<SumCell> = []
    return hints.enumerated().sorted { a, b in
      a.element.precedes(b.element) || (!b.element.precedes(a.element) && a.offset < b.offset)
    }.map(\.element).filter { seen.insert($0.cell).inserted }
  }
}

extension SumCell {
  /// How many decimals it shows: those it was rounded to, or those it is kept with.
  var printedDecimals: Int { decimals ?? value.decimals }
}
