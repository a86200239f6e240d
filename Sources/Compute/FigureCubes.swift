import Figures

/// Reads the cubes of all figures that count or sum rows. Figures of one table, condition and set of keys are read by
/// one query, and share their keys.
struct FigureCubes {
  private let year: Int64
  private let before: Int64?
  private let query: FigureBook.Query
  /// Keys repeat over and over: each text is kept once.
  private var texts: [String: String] = [:]

  init(year: Int64, before: Int64?, query: @escaping FigureBook.Query) {
    (self.year, self.before, self.query) = (year, before, query)
  }

  /// The cubes by the figures' ids; `columns` gives a table's columns.
  mutating func cubes(
    of definitions: [FigureDefinition], columns: (String) -> [String]
  ) throws -> [String: FigureCube] {
    var groups: [[(id: String, rows: FigureRows)]] = []
    for definition in definitions {
      guard let rows = definition.rows else { continue }
      if let group = groups.firstIndex(where: { $0[0].rows.isReadWith(rows) }) {
        groups[group].append((definition.id, rows))
      } else {
        groups.append([(definition.id, rows)])
      }
    }
    var cubes: [String: FigureCube] = [:]
    for group in groups {
      let yearColumn = group[0].rows.yearColumn(among: columns(group[0].rows.from))
      let sql = FigureRows.sumsSQL(group.map(\.rows), yearColumn: yearColumn)
      let rows = try query(sql)
      for (index, entries) in entries(of: group.map(\.rows), rows, haveYears: yearColumn != nil).enumerated()
      {
        cubes[group[index].id] = FigureCube(group[index].rows, entries)
      }
    }
    return cubes
  }

  /// Of a table with years, rows count that are of exactly this year or of exactly the one before.
  private mutating func entries(
    of figures: [FigureRows], _ rows: [ResultRow], haveYears: Bool
  ) -> [[FigureCube.Entry]] {
    let count = figures[0].keys.count
    let (now, last) = (String(year), before.map { String($0) })
    var entries = figures.map { _ in [FigureCube.Entry]() }
    for row in rows {
      let written = haveYears ? row.values[count].key : now
      guard let written, written == now || written == last else { continue }
      let isBefore = written != now
      let keys = row.values[..<count].map { $0.key.map { kept($0) } }
      for index in figures.indices {
        guard case .integer(let value) = row.values[count + 1 + index] else { continue }
        let sums = isBefore ? FigureCube.Sums(before: value) : FigureCube.Sums(now: value)
        entries[index].append((keys, sums))
      }
    }
    return entries
  }

  private mutating func kept(_ text: String) -> String {
    if let known = texts[text] { return known }
    texts[text] = text
    return text
  }
}

extension FigureRows {
  /// Whether one query gives both.
  fileprivate func isReadWith(_ other: FigureRows) -> Bool {
    (from, filter, keys) == (other.from, other.filter, other.keys)
  }
}
