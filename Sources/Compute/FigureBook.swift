import Definitions
import Figures

/// All figures of a run, looked up by reference: what workbooks, notices and checks print and compare.
public final class FigureBook: Sendable {
  /// Answers a query of the run's store.
  public typealias Query = (String) throws -> [ResultRow]
  /// The value that a row, or what stands around it, gives to a key; `nil`: none.
  public typealias Surroundings = (_ key: String) -> Value?

  public let definitions: [FigureDefinition]
  private let figures: [String: FigureDefinition]
  private let cubes: [String: FigureCube]
  private let shares = ShareTables()
  private let before: YearBefore?

  /// Reads every figure's sums. `columns` gives a table's columns.
  ///
  /// - Parameter before: nil without the year before.
  public init(
    _ definitions: [FigureDefinition], year: Int64, before: YearBefore?, columns: (String) -> [String],
    query: @escaping Query
  ) throws {
    self.definitions = definitions
    self.before = before
    figures = Dictionary(definitions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var reading = FigureCubes(year: year, before: before?.year, query: query)
    cubes = try reading.cubes(of: definitions, columns: columns)
  }

  /// A figure where it stands: the reference's own keys first, then those of its surroundings. A key given by
  /// neither is summed over.
  ///
  /// `decimals` are those of a percentage where it is printed in others than its definition's: it is divided anew, since
  /// a percentage that was rounded before may not be rounded again.
  public func value(
    _ reference: FigureReference, decimals: Int? = nil, at surroundings: Surroundings
  ) throws(ArithmeticOverflow) -> FigureValue {
    guard let definition = figures[reference.figure] else { return FigureValue(measure: .count, now: nil) }
    let place = Self.place(definition.keys, reference, at: surroundings)
    let value =
      switch definition.origin {
      case .rows: try sum(definition, at: place)
      case .ratio(let ratio): try self.ratio(ratio.printed(in: decimals), at: place)
      case .share(let share): try self.share(definition, share.printed(in: decimals), at: place)
      }
    return try value.aspect(reference.aspect, decimals: decimals)
  }

  /// The shares that were moved, of all that were asked for, so that their tables add up to 100 %: by figure, then
  /// by keys.
  public var movedShares: [MovedShare] {
    let order = Dictionary(
      definitions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return shares.moved.sorted {
      (order[$0.figure] ?? 0, $0.place) < (order[$1.figure] ?? 0, $1.place)
    }
  }

  /// The reference with every key that its surroundings give, in the order of the figure's definition: it points
  /// at the same figure from anywhere. NULL is the empty text.
  public func resolved(_ reference: FigureReference, at surroundings: Surroundings) -> FigureReference {
    guard let definition = figures[reference.figure] else { return reference }
    var resolved = reference
    resolved.assignments = Self.place(definition.keys, reference, at: surroundings).map { key, values in
      .init(key: key, values: values.map { $0 ?? "" })
    }
    return resolved
  }

  func cube(of figure: String) -> FigureCube? { cubes[figure] }

  // MARK: Sums

  private func sum(
    _ definition: FigureDefinition, at place: FigureCube.Place
  ) throws(ArithmeticOverflow) -> FigureValue {
    let sums = try cubes[definition.id]?.sums(at: place)
    let decimals = definition.measure == .count ? 0 : 2
    let isCompared = isCompared(definition, at: place)
    let before = isCompared ? sums?.before : nil
    return FigureValue(
      measure: definition.measure, now: sums?.now.map { Fixed(units: $0, decimals: decimals) },
      before: before.map { Fixed(units: $0, decimals: decimals) }, isCompared: isCompared)
  }

  /// Whether the year before is known of what is summed there: its registers have the year's rows, and whose figure it
  /// is was there.
  private func isCompared(_ definition: FigureDefinition, at place: FigureCube.Place) -> Bool {
    before?.isKnown(definition.id, at: place) ?? false
  }

  /// What a figure is made of, at the keys of that figure.
  private func operand(
    _ reference: FigureReference, at place: FigureCube.Place
  ) throws(ArithmeticOverflow) -> FigureValue? {
    guard let definition = figures[reference.figure] else { return nil }
    return try sum(definition, at: Self.own(reference, definition) + place)
  }

  // MARK: Ratios and shares

  private func ratio(
    _ ratio: FigureRatio, at place: FigureCube.Place
  ) throws(ArithmeticOverflow) -> FigureValue {
    try percentage(ratio, of: try operand(ratio.part, at: place), in: try operand(ratio.whole, at: place))
  }

  /// Compared where both are.
  private func percentage(
    _ ratio: FigureRatio, of part: FigureValue?, in whole: FigureValue?
  ) throws(ArithmeticOverflow) -> FigureValue {
    FigureValue(
      measure: .percent, now: try ratio.percentage(part?.now, of: whole?.now),
      before: try ratio.percentage(part?.before, of: whole?.before),
      isCompared: part?.isCompared ?? false && whole?.isCompared ?? false)
  }

  private func share(
    _ figure: FigureDefinition, _ share: FigureShare, at place: FigureCube.Place
  ) throws(ArithmeticOverflow) -> FigureValue {
    let outer = place.filter { !share.over.contains($0.key) }
    if share.adjustment == .none {
      let ratio = FigureRatio(
        part: share.part, whole: share.part, decimals: share.decimals, rounding: .halfAwayFromZero)
      return try percentage(
        ratio, of: try operand(share.part, at: place), in: try operand(share.part, at: outer))
    }
    guard let definition = figures[share.part.figure], let cube = cubes[definition.id] else {
      return FigureValue(measure: .percent, now: nil)
    }
    let all = Self.own(share.part, definition) + outer
    let table = try shares.table(of: figure, share, at: outer) { () throws(ArithmeticOverflow) in
      try cube.parts(at: all, over: share.over)
    }
    let wanted = share.over.map { key in place.first { $0.key == key }?.values }
    let isCompared = isCompared(definition, at: Self.own(share.part, definition) + place)
    return FigureValue(
      measure: .percent, now: try table.now.share(of: wanted),
      before: isCompared ? try table.before.share(of: wanted) : nil, isCompared: isCompared)
  }

  // MARK: Keys

  private static func own(
    _ reference: FigureReference, _ definition: FigureDefinition
  ) -> FigureCube.Place {
    reference.assignments.isEmpty ? [] : place(definition.keys, reference) { _ in nil }
  }

  private static func place(
    _ keys: [String], _ reference: FigureReference, at surroundings: Surroundings
  ) -> FigureCube.Place {
    keys.compactMap { key in
      if let assigned = reference.assignments.last(where: { $0.key == key }) { return (key, assigned.values) }
      return surroundings(key).map { (key, [$0.key]) }
    }
  }
}
