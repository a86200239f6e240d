/// One row of a sheet, as wide as its grid.
public struct GridRow: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case title, subtitle, unitLine, note, header, numberRow
    /// A row of a model; level 1 is the top of its tree, and the level of a list.
    case body(level: Int)
    /// A fixed line of a table.
    case line
    case total
    /// A row of a form.
    case form
  }

  public var kind: Kind
  /// One a column; nil where a merged cell from the left or from above covers it.
  public var cells: [GridCell?]
  /// Whether it is the first row of a further sheet, `名称 (2)`: the list is longer than a sheet.
  public var startsSheet = false
  /// Whether a new page starts with it.
  public var startsPage = false
  /// The charts of the grid that show it, by their index.
  public var charts: [Int] = []

  /// How many rows its cells reach down at most; 0 where merged cells from above cover all of it.
  var reach: Int { cells.indices.reduce(0) { max($0, cells[$1]?.rowSpan ?? 0) } }

  public init(_ kind: Kind, _ cells: [GridCell?]) {
    self.kind = kind
    self.cells = cells
  }
}
