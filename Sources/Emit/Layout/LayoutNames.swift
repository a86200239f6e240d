import Definitions
import Figures

/// What a workbook's layout may name: the pipeline's models and figures, so that a misspelt one is found when
/// the folder is loaded and not when a table comes out empty.
public struct LayoutNames: Sendable {
  /// Each model's columns, in its own order.
  public var models: [String: [String]]
  /// Each figure's keys.
  public var figures: [String: [String]]
  /// What each figure measures.
  public var measures: [String: Measure]
  /// The figures that are shares made to add up to exactly 100 %.
  public var wholeShares: Set<String> = []
  /// The percentages that are rounded half to even, which no spreadsheet does.
  public var halfToEven: Set<String> = []
  /// Figures whose year before is never known, and why.
  public var noYearBefore: [String: NoYearBefore] = [:]
  /// The sheets of the workbook.
  var sheets: [String] = []
  /// The path of the workbook and those of all outputs, with columns in braces; nil where it is not written.
  public var file: String?
  public var outputs: [String] = []
  /// The columns of the row that a workbook is made for (of the model behind `for-each`), in that model's order;
  /// empty when there is one workbook a run. The first of them is the key by which other models' rows belong
  /// to it.
  public var publisher: [String]
  /// What `{period.…}` knows.
  public var period: [String]

  public init(
    models: [String: [String]], figures: [String: [String]], publisher: [String],
    period: [String] = ["year", "before"], measures: [String: Measure] = [:]
  ) {
    self.measures = measures
    self.models = models
    self.figures = figures
    self.publisher = publisher
    self.period = period
  }

  /// What `{…}` may name in texts that stand once a sheet.
  var placeholders: [String] { publisher + period.map { "period.\($0)" } }
}

extension LayoutNames {
  /// The columns of the model that a node names; nil and reported when there is none.
  func columns(of model: String, at node: DefinitionNode) -> [String]? {
    if let columns = models[model] { return columns }
    let suggestion = nearest(to: model, among: models.keys.sorted())
    node.report(.unknownName(kind: .model, name: model, suggestion: suggestion))
    return nil
  }

  /// Reports a column that is not among those at hand.
  func check(_ column: String, among columns: [String], at node: DefinitionNode) {
    if columns.contains(column) { return }
    let suggestion = nearest(to: column, among: columns)
    node.report(.unknownName(kind: .column, name: column, suggestion: suggestion))
  }

  /// The figure reference that a node writes; nil and reported when it is none, or names an unknown figure or
  /// key.
  func reference(_ node: DefinitionNode) -> FigureReference? {
    guard let text = node.text else { return nil }
    guard let reference = FigureReference(text) else {
      node.report(.other("“\(text)”不是数的引用", english: "'\(text)' is no figure reference"))
      return nil
    }
    guard let keys = figures[reference.figure] else {
      let suggestion = nearest(to: reference.figure, among: figures.keys.sorted())
      node.report(.unknownName(kind: .figure, name: reference.figure, suggestion: suggestion))
      return nil
    }
    check(reference.assignments.map(\.key), among: keys, at: node)
    node.note(reference.assignments, of: reference.figure)
    if reference.aspect != .now, let reason = noYearBefore[reference.figure] {
      node.report(reason.problem(with: text))
    }
    if measures[reference.figure] == .percent, let problem = reference.growthOfShare { node.report(problem) }
    return reference
  }

  /// Reports keys that a figure does not have.
  func check(_ keys: [String], among known: [String], at node: DefinitionNode) {
    for key in keys where !known.contains(key) {
      node.report(.unknownName(kind: .key, name: key, suggestion: nearest(to: key, among: known)))
    }
  }
}
