import Figures
import Synchronization

/// The sums of one figure by all its keys; every published cell is a sum over some of them.
///
/// Memory grows with the distinct keys, not with the rows behind them.
final class FigureCube: Sendable {
  struct Sums: Sendable { var now: Int64?, before: Int64? }
  /// The sums of the rows with some values of all keys.
  typealias Entry = (keys: [String?], sums: Sums)
  /// Keys of the figure, each with one or several values, which are added.
  typealias Place = [(key: String, values: [String?])]
  /// One of the parts that stand beside each other: its values of the keys by which they differ.
  struct Part: Sendable { var values: [String?], sums: Sums }
  private typealias Index = [[String?]: Sums]

  let rows: FigureRows
  private let entries: [Entry]
  /// Sums by a subset of the keys (its positions), made when first asked for.
  private let indexes = Mutex<[[Int]: Index]>([:])
  private let groups = Mutex<[[Int]: [[String?]: [Part]]]>([:])

  init(_ figure: FigureRows, _ entries: [Entry]) { (rows, self.entries) = (figure, entries) }

  /// The sums at some keys.
  func sums(at place: Place) throws(ArithmeticOverflow) -> Sums {
    let index = try index(by: place.map { position(of: $0.key) })
    if place.allSatisfy({ $0.values.count == 1 }) { return index[place.map { $0.values[0] }] ?? Sums() }
    var total = Sums()
    for combination in Self.combinations(place) {
      guard let sums = index[combination] else { continue }
      try total.add(sums)
    }
    return total
  }

  /// The sums at a place by all values of further keys, in the order of these values; an empty one comes last.
  func parts(at place: Place, over keys: [String]) throws(ArithmeticOverflow) -> [Part] {
    let groups = try groups(by: place.map { position(of: $0.key) }, over: keys.map(position))
    let combinations = Self.combinations(place)
    if combinations.count == 1 { return groups[combinations[0]] ?? [] }
    var parts: Index = [:]
    for part in combinations.flatMap({ groups[$0] ?? [] }) {
      try parts[part.values, default: Sums()].add(part.sums)
    }
    return Self.ordered(parts.map { Part(values: $0.key, sums: $0.value) })
  }

  /// The values of one key that stand beside the given ones.
  func values(of key: String, length: Int?) -> [String] {
    guard let position = rows.keys.firstIndex(of: key) else { return [] }
    let all = entries.flatMap { expansions($0.keys[position], of: key) }.compactMap { $0 }
    return Set(all).filter { length == nil || $0.count == length }.sorted()
  }

  private func position(of key: String) -> Int { rows.keys.firstIndex(of: key) ?? 0 }

  private static func combinations(_ place: Place) -> [[String?]] {
    var combinations: [[String?]] = [[]]
    for (_, values) in place { combinations = combinations.flatMap { head in values.map { head + [$0] } } }
    return combinations
  }

  private static func ordered(_ parts: [Part]) -> [Part] {
    parts.sorted { first, second in
      for (a, b) in zip(first.values, second.values) where a != b {
        guard let a else { return false }
        return b.map { a < $0 } ?? true
      }
      return false
    }
  }

  /// The parts at every place of some keys, by their positions.
  private func groups(by positions: [Int], over: [Int]) throws(ArithmeticOverflow) -> [[String?]: [Part]] {
    let name = positions + [-1] + over
    if let known = groups.withLock({ $0[name] }) { return known }
    var made: [[String?]: [Part]] = [:]
    for (values, sums) in try index(by: positions + over) {
      made[Array(values.prefix(positions.count)), default: []].append(
        Part(values: Array(values.dropFirst(positions.count)), sums: sums))
    }
    let ordered = made.mapValues(Self.ordered)
    groups.withLock { $0[name] = ordered }
    return ordered
  }

  private func index(by positions: [Int]) throws(ArithmeticOverflow) -> Index {
    if let known = indexes.withLock({ $0[positions] }) { return known }
    var index: Index = [:]
    for entry in entries {
      var combinations: [[String?]] = [[]]
      for position in positions {
        let values = expansions(entry.keys[position], of: rows.keys[position])
        combinations = combinations.flatMap { head in values.map { head + [$0] } }
      }
      for combination in combinations { try index[combination, default: Sums()].add(entry.sums) }
    }
    let made = index
    indexes.withLock { $0[positions] = made }
    return made
  }

  /// A code with the codes above it.
  private func expansions(_ value: String?, of key: String) -> [String?] {
    guard let value, let lengths = rows.prefixes[key] else { return [value] }
    return lengths.filter { $0 < value.count }.map { String(value.prefix($0)) } + [value]
  }
}

extension FigureCube.Sums {
  fileprivate mutating func add(_ other: Self) throws(ArithmeticOverflow) {
    now = try Self.sum(now, other.now)
    before = try Self.sum(before, other.before)
  }

  private static func sum(_ a: Int64?, _ b: Int64?) throws(ArithmeticOverflow) -> Int64? {
    guard let a, let b else { return a ?? b }
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { throw ArithmeticOverflow() }
    return sum
  }
}

extension Value {
  /// As a key: numbers are keys by their digits.
  var key: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }
}
