import Figures

/// One sheet, laid out: what stands in which cell, from top to bottom. Workbooks and the tables in a notice are
/// written from it.
///
/// The rows are made while they are read, so that a list of any length passes through; each reading makes them
/// anew. `gathered()` keeps them, for a sheet that several outputs show.
public struct Grid {
  /// Makes the rows, in which numbers say where they come from, or do not.
  typealias Production = (_ isTraced: Bool, _ body: (GridRow) throws -> Void) throws -> Void

  public var name: String
  public var title: String
  /// In what money its amounts are.
  public var unit: MoneyUnit
  public var columns: [GridColumn]
  public var page: GridPage
  /// Whether it may be too long to be held in memory.
  public var isLong: Bool
  /// Whether its rows are those of a list, made one by one: it takes less to make them again than to keep them.
  var isListed = false
  /// Whether cells say where their numbers come from: for a page, at the cost of looking it up.
  public var isTraced = false
  public var charts: [GridChart] = []
  let produce: Production

  /// - Throws: `GridError` for figures that do not add up and the like; what the data throws.
  public func forEachRow(_ body: (GridRow) throws -> Void) throws { try produce(isTraced, body) }

  /// All rows.
  public func rows() throws -> [GridRow] {
    var rows: [GridRow] = []
    try forEachRow { rows.append($0) }
    return rows
  }

  /// The same grid with its rows kept; a list is left as it is.
  public func gathered() throws -> Grid {
    if isListed { return self }
    let rows = try rows()
    return Grid(
      name: name, title: title, unit: unit, columns: columns, page: page, isLong: false, isTraced: isTraced,
      charts: charts, produce: { _, body in for row in rows { try body(row) } })
  }
}

public struct GridColumn: Hashable, Sendable {
  /// The path of its titles through the header's rows; empty in forms.
  public var title: [String]
  /// In half-width characters; nil when it is to be fitted to the texts.
  public var width: Int?
  public var isNumeric: Bool
}

/// How a sheet is printed and scrolled.
public struct GridPage: Hashable, Sendable {
  public enum Orientation: String, Sendable, CaseIterable {
    case landscape, portrait
  }

  public var orientation: Orientation
  /// The header's rows, repeated on every page; from 0.
  public var repeatedRows: Range<Int>?
  /// How many rows and columns stay in sight.
  public var frozenRows = 0
  public var frozenColumns = 0
}
