import Definitions
import Figures

/// What a pipeline folder defines elsewhere, as far as a notice refers to it.
public struct NoticeCatalogue: Sendable {
  public struct Figure: Hashable, Sendable {
    public var measure: Measure
    public var keys: [String]
    /// Why its year before is never known; nil where it may be.
    public var noYearBefore: NoYearBefore?

    public init(measure: Measure, keys: [String], noYearBefore: NoYearBefore? = nil) {
      (self.measure, self.keys, self.noYearBefore) = (measure, keys, noYearBefore)
    }
  }

  /// The columns of every model and register.
  public var columns: [String: [String]]
  public var figures: [String: Figure]
  /// The names of the workbook layouts.
  public var workbooks: Set<String>

  public init(columns: [String: [String]], figures: [String: Figure], workbooks: Set<String> = []) {
    (self.columns, self.figures, self.workbooks) = (columns, figures, workbooks)
  }

  /// The columns that say what a row is about, and not what it is called: the keys of figures.
  var keys: Set<String> { Set(figures.values.flatMap(\.keys)) }
}
