import Definitions
import Figures

/// A table's column.
///
/// ```yaml
/// title: [支出功能分类科目, 科目编码]  # path through the header's rows; equal neighbours are merged; `{…}` as in
///                          # the sheet's title
/// text: printed_code       # a column of the model's row; a list's text column
/// label: true              # the text of lines and totals stands here
/// figure: expenditure[kind=项目支出]
/// amount: funds            # a column of the model's row in fen
/// sum-of: [basic, project] # a live formula over columns' ids; with `figure`, held against it
/// id: total
/// width: 12                # in half-width characters; fitted to the texts when not said
/// decimals: 4              # instead of the sheet's
/// align: center            # of texts: left | center | right
/// ```
public struct ColumnLayout: Sendable {
  public enum Content: Hashable, Sendable {
    /// Only lines' and totals' labels.
    case label
    case text(String)
    case amount(String)
    case figure(FigureReference)
    /// Other columns of the row by their index, and the figure that it must equal.
    case sum([Int], checked: FigureReference?)
  }

  public var title: [TextTemplate]
  public var id: String?
  public var content: Content
  public var holdsLabels: Bool
  public var width: Int?
  public var decimals: Int?
  public var alignment: GridStyle.Alignment?

  /// Whether it holds numbers, and so has a number in the number row.
  public var isNumeric: Bool {
    switch content {
    case .label, .text: false
    case .amount, .figure, .sum: true
    }
  }
}

extension ColumnLayout {
  /// Reads a table's columns. `models`: the models whose rows the table shows.
  static func read(_ nodes: [DefinitionNode], models: [String], names: LayoutNames) -> [ColumnLayout] {
    let ids = nodes.map { $0.isMapping ? $0.entries?.first { $0.key == "id" }?.value.text : nil }
    let columns = nodes.compactMap { ColumnLayout($0, ids: ids, models: models, names: names) }
    if columns.count == nodes.count { reportCycles(columns, nodes) }
    return columns
  }

  private init?(_ node: DefinitionNode, ids: [String?], models: [String], names: LayoutNames) {
    let keys = [
      "title", "text", "label", "figure", "amount", "sum-of", "id", "width", "decimals", "align",
    ]
    guard let mapping = node.mapping(keys), mapping.required("title") != nil else { return nil }
    let titles = mapping["title"].map { $0.isList ? $0.list ?? [] : [$0] } ?? []
    title = titles.compactMap { names.template($0, among: names.placeholders) }
    id = mapping.text("id")
    holdsLabels = mapping.boolean("label")
    width = mapping.integer("width")
    decimals = mapping.integer("decimals")
    alignment = mapping["align"] == nil ? nil : mapping.choice("align", default: .left)
    if let id, ids.count(where: { $0 == id }) > 1 { node.report(.duplicateName(kind: .column, name: id)) }
    guard let content = Self.content(mapping, ids: ids, models: models, names: names) else { return nil }
    self.content = content
  }

  private static func content(
    _ mapping: DefinitionMapping, ids: [String?], models: [String], names: LayoutNames
  ) -> Content? {
    let figure = mapping["figure"].flatMap { names.reference($0) }
    if let node = mapping["sum-of"] {
      let indexes = (node.texts ?? []).compactMap { id -> Int? in
        if let index = ids.firstIndex(of: id) { return index }
        let suggestion = nearest(to: id, among: ids.compactMap { $0 })
        node.report(.unknownName(kind: .column, name: id, suggestion: suggestion))
        return nil
      }
      return .sum(indexes, checked: figure)
    }
    if mapping["figure"] != nil { return figure.map(Content.figure) }
    for (key, content) in [("text", Content.text), ("amount", Content.amount)] {
      guard let node = mapping[key] else { continue }
      guard let column = node.text else { return nil }
      for model in models { names.check(column, among: names.models[model] ?? [], at: node) }
      return content(column)
    }
    if mapping.boolean("label") { return .label }
    mapping.node.report(.missingKey("figure"))
    return nil
  }

  /// A column must not be a part of itself, and only numbers add up.
  private static func reportCycles(_ columns: [ColumnLayout], _ nodes: [DefinitionNode]) {
    let parts = columns.map { if case .sum(let parts, _) = $0.content { parts } else { [Int]() } }
    for index in columns.indices {
      if reaches(index, from: parts[index], parts) {
        nodes[index].report(.other("列的 sum-of 包含它自己", english: "a column's sum-of contains itself"))
      }
      for part in parts[index] where !columns[part].isNumeric {
        nodes[index].report(.other("sum-of 只能含数字列", english: "sum-of takes columns of numbers only"))
      }
    }
  }
}

/// Whether `target` is among `start` or the parts of these, directly or not.
func reaches(_ target: Int, from start: [Int], _ parts: [[Int]]) -> Bool {
  var seen: Set<Int> = []
  var open = start
  while let next = open.popLast() {
    if next == target { return true }
    if seen.insert(next).inserted { open += parts[next] }
  }
  return false
}
