import Figures

/// What a check asks of the run: answers to queries, names of files, and the figures behind printed numbers.
public struct CheckContext {
  public typealias Query = (String) throws -> [ResultRow]
  public typealias Figure = (FigureReference, ResultRow, _ decimals: Int?) throws -> FigureValue?

  var query: Query
  /// The columns of a register or model.
  var columns: (String) -> [String]
  /// The path of a row's `_file`, as findings show it.
  var file: (Value?) -> String
  /// The path of the register's file that a column of a register or model comes from, for findings that concern
  /// no single row.
  var registerFile: (_ table: String, _ column: String) -> String?
  /// A figure at the keys of a row, a percentage in so many decimals; nil when the reference points at nothing.
  var figure: Figure
  /// Whether the registers that a figure sums are there, so that it is zero where they have no row of it.
  var isGiven: (FigureReference) -> Bool
  /// The parts of a total that printed parts leave out: what they are called, and their figures.
  var unnamedParts: (FigureReference, [FigureReference], ResultRow) throws -> [(label: String, value: Fixed)]

  public init(
    query: @escaping Query, columns: @escaping (String) -> [String], file: @escaping (Value?) -> String,
    registerFile: @escaping (String, String) -> String?,
    figure: @escaping Figure, isGiven: @escaping (FigureReference) -> Bool,
    unnamedParts:
      @escaping (FigureReference, [FigureReference], ResultRow) throws -> [(label: String, value: Fixed)]
  ) {
    (self.query, self.columns, self.file, self.registerFile) = (query, columns, file, registerFile)
    (self.figure, self.isGiven, self.unnamedParts) = (figure, isGiven, unnamedParts)
  }

  func hasPlaces(_ table: String) -> Bool {
    let columns = columns(table)
    return columns.contains("_file") && columns.contains("_row")
  }
}
