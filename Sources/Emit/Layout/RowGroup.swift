import Definitions
import Figures

/// One entry of a table's `rows` or `foot`: a model's rows, a line, a total, or an empty row.
///
/// ```yaml
/// - model: function_tree      # one row a row of the model
///   by: [publisher]           # see `RowSource`
///   where: {is_large: 1}      # only the rows with these values
///   tree: level               # column with the level, 1 = top: parents are live sums of their children
///   skip: zero                # keep | empty | zero: leaves out rows without figures, with whole subtrees
/// - line: 一般公共预算拨款收入
///   with: {source: 一般公共预算拨款}  # keys of the line's figures, several values parted by |; {} = none
///   figure: carryover         # instead of the columns' figures, at the columns' own keys
///   sum-of: [general, fund]   # a live formula over ids of lines, totals, models (their top rows);
///                             # with `with` or `figure`, held against it. None of the three: the label alone.
/// - total: 合计                # a sum of the rows below it up to the next total, or of `sum-of`; always held
///                             # against the figure of the whole. Left out when it has nothing to add.
/// - blank: true
/// ```
/// All: `id`, `bold` (in a tree: of the top rows), `indent`.
public struct RowGroup: Sendable {
  public enum Kind: Hashable, Sendable {
    case model(RowSource, tree: String?)
    case line(String)
    case total(String)
    case blank
  }

  public enum Skip: String, Sendable, CaseIterable {
    case keep, empty, zero
  }

  public var kind: Kind
  public var id: String?
  public var isBold: Bool
  public var indent: Int
  public var skip: Skip
  /// nil when the entry has no `with`.
  public var with: [FigureReference.Assignment]?
  public var figure: FigureReference?
  /// Ids; nil when the entry has no `sum-of`.
  public var sumOf: [String]?

  /// Whether the data has figures for the row, and it is not just a sum or a label.
  var hasFigures: Bool { with != nil || figure != nil }
  var model: String? { if case .model(let source, _) = kind { source.model } else { nil } }
}

extension RowGroup {
  init?(_ node: DefinitionNode, names: LayoutNames) {
    let keys = [
      "model", "by", "where", "tree", "skip", "line", "with", "figure", "sum-of", "total", "blank", "id",
      "bold",
      "indent",
    ]
    guard let mapping = node.mapping(keys), let kind = Self.kind(mapping, names: names) else { return nil }
    self.kind = kind
    id = mapping.text("id")
    isBold = mapping.boolean("bold")
    indent = mapping.integer("indent", in: 0...15) ?? 0
    skip = mapping.choice("skip", default: .keep)
    figure = mapping["figure"].flatMap { names.reference($0) }
    sumOf = mapping["sum-of"].map { $0.texts ?? [] }
    with = mapping["with"].map { node in
      (node.entries ?? []).compactMap { Self.assignment($0.key, $0.value) }
    }
  }

  private static func kind(_ mapping: DefinitionMapping, names: LayoutNames) -> Kind? {
    let given = ["model", "line", "total", "blank"].filter { mapping[$0] != nil }
    guard given.count == 1 else {
      mapping.node.report(
        .other("应有且只有 model、line、total、blank 之一", english: "give exactly one of model, line, total, blank"))
      return nil
    }
    if let line = mapping["line"] { return line.text.map(Kind.line) }
    if let total = mapping["total"] { return total.text.map(Kind.total) }
    if mapping["blank"] != nil { return .blank }
    let source = RowSource(
      model: mapping["model"], by: mapping["by"], only: mapping["where"], names: names, outer: names.publisher
    )
    guard let source else { return nil }
    if let tree = mapping["tree"], let column = tree.text {
      names.check(column, among: names.models[source.model] ?? [], at: tree)
    }
    return .model(source, tree: mapping.text("tree"))
  }

  private static func assignment(_ key: String, _ node: DefinitionNode) -> FigureReference.Assignment? {
    guard let text = node.text else { return nil }
    guard let assignment = FigureReference("x[\(key)=\(text)]")?.assignments.first else {
      node.report(.other("“\(text)”不是键的值", english: "'\(text)' is no value of a key"))
      return nil
    }
    return assignment
  }
}
