/// What happened in a period, in order: runs, reviews, publications, withdrawals.
public struct History: Sendable {
  public struct Item: Sendable {
    /// The line of the ledger, from 1.
    public var line: Int
    public var time: String
    /// `run`, `review`, `publish`, `withdraw`.
    public var kind: String
    /// The other facts, as the ledger has them.
    public var facts: [String: String]
    /// Sorted.
    public var units: [String]
  }

  public private(set) var items: [Item] = []

  /// - Parameter units: only what is about these units; empty for all that happened.
  public init(
    _ pipeline: String, period: String, units: [String], in workplace: Workplace
  ) throws(RunError) {
    let wanted = Set(units)
    var items: [Item] = []
    try Ledger(output: workplace.output).forEachLine { line in
      guard line["pipeline"] == pipeline, line["period"] == period else { return }
      if !wanted.isEmpty, !line.units.contains(where: { wanted.contains($0.key) }) { return }
      items.append(
        Item(
          line: line.number, time: line["time"], kind: line.kind,
          facts: Dictionary(line.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
          units: line.units.map(\.key)))
    }
    if items.isEmpty {
      let what = ([pipeline, period] + units).joined(separator: " ")
      throw .usage("总账里没有 \(what) 的记录。", english: "The ledger has nothing about \(what).")
    }
    self.items = items
  }
}
