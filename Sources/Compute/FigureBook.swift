import Definitions
import Figures
import Synchronization

/// A part of a total that a list of parts leaves out: the value of the key that it stands for, and the figure.
public struct UnnamedPart: Hashable, Sendable {
  public var key: String
  public var name: String
  public var value: Fixed
}

/// All figures of a run, looked up by reference: what workbooks, notices and checks print and compare.
public final class FigureBook: Sendable {
  /// Answers a query of the run's store.
  public typealias Query = (String) throws -> [ResultRow]

  public let definitions: [FigureDefinition]
  private let isCompared: Bool
  private let cubes: Mutex<[String: FigureCube]>

  /// Reads every figure's sums. `columns` gives a table's columns.
  public init(
    _ definitions: [FigureDefinition], year: Int64, before: Int64?, columns: (String) -> [String],
    query: Query
  ) throws {
    self.definitions = definitions
    isCompared = before != nil
    var cubes: [String: FigureCube] = [:]
    for figure in definitions {
      let sql = figure.sumsSQL(yearColumn: figure.yearColumn(among: columns(figure.from)))
      cubes[figure.id] = FigureCube(figure, rows: try query(sql), year: year, before: before)
    }
    self.cubes = Mutex(cubes)
  }

  /// A figure where it stands: the reference's own keys first, then those of its surroundings (`nil`: not given
  /// there). A key given by neither is summed over.
  public func value(
    _ reference: FigureReference, at surroundings: (_ key: String) -> Value?
  ) throws(ArithmeticOverflow) -> FigureValue {
    guard let definition = definitions.first(where: { $0.id == reference.figure }) else {
      return FigureValue(measure: .count, now: nil)
    }
    let keys = keys(of: definition, reference, at: surroundings)
    let sums = try cubes.withLock { (cubes) throws(ArithmeticOverflow) in
      try cubes[reference.figure]?.sums(at: keys)
    }
    let decimals = definition.measure == .count ? 0 : 2
    let value = FigureValue(
      measure: definition.measure, now: sums?.now.map { Fixed(units: $0, decimals: decimals) },
      before: sums?.before.map { Fixed(units: $0, decimals: decimals) }, isCompared: isCompared)
    return try value.aspect(reference.aspect)
  }

  /// The parts of a total that a list of parts leaves out: figures at the other values of the key by which the
  /// parts differ from the total, where they are not zero.
  public func unnamedParts(
    total: FigureReference, parts: [FigureReference], at surroundings: (String) -> Value?
  ) throws(ArithmeticOverflow) -> [UnnamedPart] {
    guard let key = Self.splittingKey(total: total, parts: parts) else { return [] }
    let named = Set(parts.flatMap { $0.assignments.filter { $0.key == key }.flatMap(\.values) })
    let lengths = Set(named.map(\.count))
    let candidates = cubes.withLock { cubes -> [String] in
      guard let cube = cubes[total.figure] else { return [] }
      let length = cube.definition.prefixes[key] != nil && lengths.count == 1 ? lengths.first : nil
      return cube.values(of: key, length: length)
    }
    var found: [UnnamedPart] = []
    for candidate in candidates where !named.contains(candidate) {
      var reference = total
      reference.assignments.append(.init(key: key, values: [candidate]))
      guard let value = try value(reference, at: surroundings).now, value.units != 0 else { continue }
      found.append(UnnamedPart(key: key, name: candidate, value: value))
    }
    return found
  }

  /// The one key that all parts give and the total does not.
  private static func splittingKey(total: FigureReference, parts: [FigureReference]) -> String? {
    let given = Set(total.assignments.map(\.key))
    guard let first = parts.first,
      parts.allSatisfy({ $0.figure == total.figure && $0.aspect == total.aspect })
    else { return nil }
    let keys = Set(first.assignments.map(\.key)).subtracting(given)
    guard keys.count == 1, let key = keys.first,
      parts.allSatisfy({ Set($0.assignments.map(\.key)).subtracting(given) == keys })
    else { return nil }
    return key
  }

  private func keys(
    of definition: FigureDefinition, _ reference: FigureReference, at surroundings: (String) -> Value?
  ) -> [(key: String, values: [String?])] {
    definition.keys.compactMap { key in
      if let assigned = reference.assignments.last(where: { $0.key == key }) { return (key, assigned.values) }
      return surroundings(key).map { (key, [$0.key]) }
    }
  }
}
