/// The columns of a query's result. Rows ask for them by name, millions of times: where a name stands is looked up in
/// a table, by its length and a few of its letters.
public final class ResultHead: Sendable {
  public let columns: [String]
  /// Places by hash, at the next free slot; at least half of the slots are free.
  private let slots: [Int]
  private let isASCII: Bool

  public init(_ columns: [String]) {
    self.columns = columns
    isASCII = columns.allSatisfy(Self.isASCII)
    var slots = Array(repeating: Self.free, count: 16)
    while slots.count < 4 * columns.count { slots += slots }
    // The first of several columns of the same name is the one that is found.
    for (place, column) in columns.enumerated().reversed() {
      var slot = Self.hash(column) & (slots.count - 1)
      while slots[slot] != Self.free, columns[slots[slot]] != column { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = place
    }
    self.slots = slots
  }

  /// The first place of a column; nil when there is none of this name.
  public func place(of column: String) -> Int? {
    var slot = Self.hash(column) & (slots.count - 1)
    while slots[slot] != Self.free {
      if columns[slots[slot]] == column { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    // The same name may be written with other characters: é is one or two.
    return isASCII && Self.isASCII(column) ? nil : columns.firstIndex(of: column)
  }

  private static let free = -1

  private static func isASCII(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  private static func hash(_ name: String) -> Int {
    name.utf8.withContiguousStorageIfAvailable { letters in
      guard let first = letters.first, let last = letters.last else { return 0 }
      return letters.count &* 31 &+ Int(first) &* 7 &+ Int(last)
    } ?? 0
  }
}
