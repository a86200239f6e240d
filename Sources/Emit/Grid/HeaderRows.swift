/// A table's header from its columns' title paths: equal neighbours on a level, under the same titles, are one
/// cell, and a path that ends early reaches down to the last level.
enum HeaderRows {
  static func rows(_ titles: [[String]]) -> [GridRow] {
    let depth = max(titles.map(\.count).max() ?? 0, 1)
    let padded = titles.map { $0.isEmpty ? [""] : $0 }
    return (0..<depth).map { level in
      GridRow(.header, padded.indices.map { cell(level, $0, padded, depth: depth) })
    }
  }

  private static func cell(_ level: Int, _ column: Int, _ titles: [[String]], depth: Int) -> GridCell? {
    let path = titles[column]
    guard level < path.count else { return nil }
    let isSame = { (other: Int) in
      titles.indices.contains(other) && titles[other].count > level
        && titles[other].prefix(level + 1) == path.prefix(level + 1)
    }
    if isSame(column - 1) { return nil }
    var end = column + 1
    while isSame(end) { end += 1 }
    // Neighbours with one whole path in common end on the same level.
    let isLast = titles[column..<end].allSatisfy { $0.count == level + 1 }
    return .text(
      path[level], GridStyle(.header, .center, isBold: true, wraps: true), columnSpan: end - column,
      rowSpan: isLast ? depth - level : 1)
  }

  /// The row of column numbers, ** over texts.
  static func numberRow(_ columns: [ColumnLayout]) -> GridRow {
    var number = 0
    let cells = columns.map { column -> GridCell in
      if column.isNumeric { number += 1 }
      return .text(column.isNumeric ? String(number) : "**", GridStyle(.numberRow, .center))
    }
    return GridRow(.numberRow, cells)
  }
}
