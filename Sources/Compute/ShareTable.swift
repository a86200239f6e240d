import Figures
import Synchronization

/// The shares that stand beside each other and add up to exactly 100 %; none where a part is below zero, and where
/// there is nothing to share.
struct ShareTable: Sendable {
  private let shares: [[String?]: Fixed]

  private init(_ shares: [[String?]: Fixed]) { self.shares = shares }

  /// Parts without a value have no share.
  init(_ parts: [(values: [String?], units: Int64?)], decimals: Int) throws(ArithmeticOverflow) {
    let known = parts.compactMap { part in part.units.map { (part.values, $0) } }
    let shares = try LargestRemainder.percentages(of: known.map(\.1), decimals: decimals) ?? []
    self.init(Dictionary(zip(known.map(\.0), shares), uniquingKeysWith: { first, _ in first }))
  }

  /// The share at some values of each of the keys, added up; `nil` takes all values of a key.
  func share(of wanted: [[String?]?]) throws(ArithmeticOverflow) -> Fixed? {
    if wanted.allSatisfy({ $0?.count == 1 }) { return shares[wanted.map { $0?.first ?? nil }] }
    let found = shares.filter { values, _ in
      zip(values, wanted).allSatisfy { value, wanted in wanted?.contains(value) ?? true }
    }
    return try Fixed.sum(found.map(\.value))
  }

  subscript(values: [String?]) -> Fixed? { shares[values] }
}

/// The tables of shares that were asked for, each made once, and which of their shares were moved.
final class ShareTables: Sendable {
  struct Tables: Sendable { var now: ShareTable, before: ShareTable }

  private struct Place: Hashable {
    var figure: String
    var decimals: Int
    var keys: [String]
    var values: [[String?]]
  }

  private struct State {
    var tables: [Place: Tables] = [:]
    var moved: [MovedShare] = []
  }

  private let state = Mutex(State())

  /// Of this period; what was moved the period before stands in that period's ledger.
  var moved: [MovedShare] { state.withLock(\.moved) }

  func table(
    of figure: FigureDefinition, _ share: FigureShare, at outer: FigureCube.Place,
    parts: () throws(ArithmeticOverflow) -> [FigureCube.Part]
  ) throws(ArithmeticOverflow) -> Tables {
    let place = Place(
      figure: figure.id, decimals: share.decimals, keys: outer.map(\.key), values: outer.map(\.values))
    if let known = state.withLock({ $0.tables[place] }) { return known }
    let parts = try parts()
    let now = try ShareTable(parts.map { ($0.values, $0.sums.now) }, decimals: share.decimals)
    let before = try ShareTable(parts.map { ($0.values, $0.sums.before) }, decimals: share.decimals)
    let tables = Tables(now: now, before: before)
    // What a document prints in other decimals is no output of ours.
    let isPublished = figure.origin == .share(share)
    let moved = isPublished ? try Self.moved(of: figure, share, at: outer, now, parts) : []
    state.withLock { state in
      if state.tables.updateValue(tables, forKey: place) == nil { state.moved += moved }
    }
    return tables
  }

  private static func moved(
    of figure: FigureDefinition, _ share: FigureShare, at outer: FigureCube.Place, _ table: ShareTable,
    _ parts: [FigureCube.Part]
  ) throws(ArithmeticOverflow) -> [MovedShare] {
    let total = try Fixed.sum(parts.compactMap { $0.sums.now.map { Fixed(units: $0, decimals: 0) } })
    guard let total else { return [] }
    let keys = outer.map { place in
      MovedShare.Key(place.key, place.values.map { $0 ?? "" }.joined(separator: "|"))
    }
    var moved: [MovedShare] = []
    for part in parts {
      guard let units = part.sums.now, let printed = table[part.values] else { continue }
      let amount = Fixed(units: units, decimals: 0)
      guard let rounded = try Fixed.percentage(amount, of: total, decimals: share.decimals),
        let exact = try Fixed.percentage(amount, of: total, decimals: share.decimals + 4), rounded != printed
      else { continue }
      moved.append(
        MovedShare(
          figure: figure.id, title: figure.title,
          keys: keys + zip(share.over, part.values).map { MovedShare.Key($0, $1) }, exact: exact,
          printed: printed, moved: try printed.subtracting(rounded)))
    }
    return moved
  }
}
