import Glibc

/// The keys of a register with the rows that have them: sixteen bytes a place, open addressing.
final class KeyTable {
  private struct Entry {
    var first: UInt64
    var second: UInt32
    /// 0 is a free place.
    var row: UInt32
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter keys: how many are expected; more of them make the table grow.
  init(expecting keys: Int) {
    capacity = max(64, keys / 3 * 4)
    entries = Self.allocate(capacity)
  }

  deinit { munmap(entries, capacity * MemoryLayout<Entry>.stride) }

  /// The earlier row that has the key; nil when the row is the first, which is kept.
  func insert(_ key: KeyHash, row: Int64) -> Int64? {
    if count >= capacity / 5 * 4 { grow() }
    let place = place(of: key.first, UInt32(truncatingIfNeeded: key.second))
    if entries[place].row != 0 { return Int64(entries[place].row) }
    entries[place] = Entry(
      first: key.first, second: UInt32(truncatingIfNeeded: key.second), row: UInt32(clamping: max(1, row)))
    count += 1
    return nil
  }

  func contains(_ key: KeyHash) -> Bool {
    entries[place(of: key.first, UInt32(truncatingIfNeeded: key.second))].row != 0
  }

  /// Where the key is or would be.
  @inline(__always)
  private func place(of first: UInt64, _ second: UInt32) -> Int {
    var place = Int(truncatingIfNeeded: first.multipliedFullWidth(by: UInt64(capacity)).high)
    while entries[place].row != 0, entries[place].first != first || entries[place].second != second {
      place += 1
      if place == capacity { place = 0 }
    }
    return place
  }

  /// Brings the place's memory near before it is needed.
  @inline(__always)
  func touch(_ key: KeyHash) -> UInt32 {
    entries[Int(truncatingIfNeeded: key.first.multipliedFullWidth(by: UInt64(capacity)).high)].row
  }

  private func grow() {
    let (old, oldCapacity) = (entries, capacity)
    capacity *= 2
    entries = Self.allocate(capacity)
    for index in 0..<oldCapacity where old[index].row != 0 {
      entries[place(of: old[index].first, old[index].second)] = old[index]
    }
    munmap(old, oldCapacity * MemoryLayout<Entry>.stride)
  }

  /// Zeroed pages that take memory only when they are written to.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    let length = capacity * MemoryLayout<Entry>.stride
    let pages = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { fatalError("out of memory") }
    if length >= 1 << 22 { madvise(pages, length, MADV_HUGEPAGE) }
    return pages.bindMemory(to: Entry.self, capacity: capacity)
  }
}
