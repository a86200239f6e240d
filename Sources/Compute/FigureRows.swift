/// The rows that a figure counts or sums, and the keys by which it can be asked for.
public struct FigureRows: Hashable, Sendable {
  /// The register or model whose rows are counted or summed.
  public var from: String
  /// The column that is summed; nil counts rows.
  public var sum: String?
  /// An SQL condition on the rows; nil takes all.
  public var filter: String?
  public var keys: [String]
  /// Code keys and the lengths of their levels: a shorter code stands for all codes that begin with it.
  public var prefixes: [String: [Int]]
}
