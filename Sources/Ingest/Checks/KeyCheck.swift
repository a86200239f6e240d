import Figures

/// One key over the whole register: the primary key, a unique key, or a column's `unique`. A row with an
/// empty cell in the key is exempt; where that is wrong, the required check says so.
final class KeyCheck {
  let fields: [Field]
  let isPrimary: Bool
  private let table: KeyTable
  private var hashes: [KeyHash] = []
  private var isComplete: [Bool] = []

  init(_ fields: [Field], isPrimary: Bool, expecting rows: Int) {
    (self.fields, self.isPrimary) = (fields, isPrimary)
    table = KeyTable(expecting: rows)
  }

  /// The keys so far, for another register to be held against.
  var keys: KeySet { KeySet(table) }

  /// Checks a block; `columns` are the key's. `reject` gets the rows that repeat a key.
  func check(_ columns: [CheckedColumn], _ block: RowBlock, passing known: KeySet?, reject: (Int) -> Void) {
    hash(columns, block.count)
    var near: UInt32 = 0
    for row in 0..<min(Self.ahead, block.count) { near ^= table.touch(hashes[row]) }
    for row in 0..<block.count {
      if row + Self.ahead < block.count { near ^= table.touch(hashes[row + Self.ahead]) }
      guard isComplete[row] else { continue }
      if let known, known.contains(hashes[row]) {
        reject(row)
      } else if let earlier = table.insert(hashes[row], row: block.rows[row].number) {
        report(columns, row, earlier)
        if isPrimary { reject(row) }
      }
    }
    touched = near
  }

  /// How many rows ahead a key's memory is fetched.
  private static let ahead = 12
  /// Keeps the fetches from being optimized away.
  private var touched: UInt32 = 0

  private func hash(_ columns: [CheckedColumn], _ count: Int) {
    hashes.removeAll(keepingCapacity: true)
    hashes.append(contentsOf: repeatElement(KeyHash(), count: count))
    isComplete.removeAll(keepingCapacity: true)
    isComplete.append(contentsOf: repeatElement(true, count: count))
    for column in columns {
      hashes.withUnsafeMutableBufferPointer { hashes in
        for row in 0..<count {
          let value = column.value(row)
          if value.isNothing {
            isComplete[row] = false
          } else if value.isInteger {
            hashes[row].add(value.payload)
          } else {
            hashes[row].add(column.text(value))
          }
        }
      }
    }
  }

  private func report(_ columns: [CheckedColumn], _ row: Int, _ earlier: Int64) {
    guard let first = columns.first else { return }
    let title = columns.map(\.title).joined(separator: "、")
    first.issues.add(
      .duplicateKey, row: first.block.rows[row].number, index: row, column: first.cell, title: title
    ) {
      let found = columns.map { Excerpt.of($0.block.text(row, $0.cell)) }.joined(separator: "、")
      return Facts(found: found, arguments: ["row": String(earlier)])
    }
  }
}

/// The primary keys of a register that has been read.
public final class KeySet: @unchecked Sendable {
  // Nothing is inserted any more: any thread may ask.
  private let table: KeyTable

  init(_ table: KeyTable) { self.table = table }

  public var count: Int { table.count }

  func contains(_ key: KeyHash) -> Bool { table.contains(key) }
}
