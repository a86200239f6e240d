import Figures

/// A part of a total that a list of parts leaves out: the value of the key that it stands for, and the figure.
public struct UnnamedPart: Hashable, Sendable {
  public var key: String
  public var name: String
  public var value: Fixed
}

extension FigureBook {
  /// The parts of a total that a list of parts leaves out: figures at the other values of the key by which the
  /// parts differ from the total, where they are not zero.
  public func unnamedParts(
    total: FigureReference, parts: [FigureReference], at surroundings: Surroundings
  ) throws(ArithmeticOverflow) -> [UnnamedPart] {
    guard let key = Self.splittingKey(total: total, parts: parts), let cube = cube(of: total.figure) else {
      return []
    }
    let named = Set(parts.flatMap { $0.assignments.filter { $0.key == key }.flatMap(\.values) })
    let lengths = Set(named.map(\.count))
    let length = cube.rows.prefixes[key] != nil && lengths.count == 1 ? lengths.first : nil
    var found: [UnnamedPart] = []
    for candidate in cube.values(of: key, length: length) where !named.contains(candidate) {
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
}
