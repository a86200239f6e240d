import Figures

/// The sums of one figure by all its keys, read once; every published cell is a sum over some of them.
///
/// Memory grows with the distinct keys, not with the rows behind them.
struct FigureCube {
  struct Sums { var now: Int64?, before: Int64? }

  let definition: FigureDefinition
  private let entries: [(keys: [String?], sums: Sums)]
  /// Sums by a subset of the keys (its positions), made when first asked for.
  private var indexes: [[Int]: [[String?]: Sums]] = [:]

  init(_ definition: FigureDefinition, rows: [ResultRow], year: Int64, before: Int64?) {
    self.definition = definition
    let count = definition.keys.count
    entries = rows.compactMap { row in
      guard case .integer(let value) = row.values[count + 1] else { return nil }
      let keys = row.values[..<count].map(\.key)
      switch row.values[count] {
      case .integer(year), .null: return (keys, Sums(now: value, before: nil))
      case .integer(let other) where other == before: return (keys, Sums(now: nil, before: value))
      default: return nil
      }
    }
  }

  /// The sums at some keys; each key has one or several values, which are added.
  mutating func sums(at keys: [(key: String, values: [String?])]) throws(ArithmeticOverflow) -> Sums {
    let positions = keys.map { definition.keys.firstIndex(of: $0.key) ?? 0 }
    let index = try index(by: positions)
    var total = Sums()
    var combinations: [[String?]] = [[]]
    for (_, values) in keys { combinations = combinations.flatMap { head in values.map { head + [$0] } } }
    for combination in combinations {
      guard let sums = index[combination] else { continue }
      try total.add(sums)
    }
    return total
  }

  /// The values of one key that stand beside the given ones.
  func values(of key: String, length: Int?) -> [String] {
    guard let position = definition.keys.firstIndex(of: key) else { return [] }
    let all = entries.flatMap { expansions($0.keys[position], of: key) }.compactMap { $0 }
    return Set(all).filter { length == nil || $0.count == length }.sorted()
  }

  private mutating func index(by positions: [Int]) throws(ArithmeticOverflow) -> [[String?]: Sums] {
    if let known = indexes[positions] { return known }
    var index: [[String?]: Sums] = [:]
    for entry in entries {
      var combinations: [[String?]] = [[]]
      for position in positions {
        let values = expansions(entry.keys[position], of: definition.keys[position])
        combinations = combinations.flatMap { head in values.map { head + [$0] } }
      }
      for combination in combinations { try index[combination, default: Sums()].add(entry.sums) }
    }
    indexes[positions] = index
    return index
  }

  /// A code with the codes above it.
  private func expansions(_ value: String?, of key: String) -> [String?] {
    guard let value, let lengths = definition.prefixes[key] else { return [value] }
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
