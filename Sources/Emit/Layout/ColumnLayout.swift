import Definitions
import Figures

/// A table's column.
///
/// ```yaml
/// title: [支出功能分类科目, 科目编码]  # path through the header's rows; equal neighbours are merged; `{…}` as in
///                          # the sheet's title
/// text: printed_code       # a column of the model's row; a list's text column
/// text: position           # the row's number, from 1
/// label: true              # the text of lines and totals stands here
/// figure: expenditure[kind=项目支出]
/// amount: funds            # a column of the model's row in fen
/// sum-of: [basic, project] # a live formula over columns' ids; with `figure`, held against it
/// ratio-of: [small, all]   # a live formula: the one column in percent of the other; with `figure`, held against it
/// link: "../workbooks/{unit}.xlsx"  # see `LinkLayout`
/// id: total
/// width: 12                # in half-width characters; fitted to the texts when not said
/// decimals: 4              # instead of the sheet's
/// colors: {红: red}         # see `ColorLayout`
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
    /// One column of the row in percent of another, by their index, and the figure that it must equal.
    case ratio(Int, of: Int, checked: FigureReference?)
  }

  public var title: [TextTemplate]
  public var id: String?
  public var content: Content
  public var holdsLabels: Bool
  public var width: Int?
  public var decimals: Int?
  public var alignment: GridStyle.Alignment?
  public var link: LinkLayout?
  public var colors: ColorLayout?
  /// What its numbers are; nil for texts, and where the figures do not say it.
  public var measure: Measure?
  /// Percentages print all their decimals, so that they can be added up on paper; a rate of growth does not.
  public var keepsDecimals: Bool
  /// Whether its percentages are shares that add up to exactly 100 %.
  public var isWhole: Bool

  /// Whether it holds numbers, and so has a number in the number row.
  public var isNumeric: Bool {
    switch content {
    case .label, .text: false
    case .amount, .figure, .sum, .ratio: true
    }
  }
}

extension ColumnLayout {
  /// What the number of a row among its model's rows is called, in layouts as in notices.
  static let position = "position"

  /// Reads a table's columns. `models`: the models whose rows the table shows.
  static func read(_ nodes: [DefinitionNode], models: [String], names: LayoutNames) -> [ColumnLayout] {
    let ids = nodes.map { $0.isMapping ? $0.entries?.first { $0.key == "id" }?.value.text : nil }
    var columns = nodes.compactMap { ColumnLayout($0, ids: ids, models: models, names: names) }
    if columns.count == nodes.count {
      reportCycles(columns, nodes)
      for index in columns.indices {
        guard case .sum(let parts, checked: nil) = columns[index].content, let first = parts.first else {
          continue
        }
        columns[index].measure = columns[first].measure
      }
    }
    return columns
  }

  private init?(_ node: DefinitionNode, ids: [String?], models: [String], names: LayoutNames) {
    let keys = [
      "title", "text", "label", "figure", "amount", "sum-of", "ratio-of", "id", "width", "decimals", "align",
      "link", "link-sheet", "link-column", "colors", "color-of",
    ]
    guard let mapping = node.mapping(keys), mapping.required("title") != nil else { return nil }
    let titles = mapping["title"].map { $0.isList ? $0.list ?? [] : [$0] } ?? []
    title = titles.compactMap { names.template($0, among: names.placeholders) }
    id = mapping.text("id")
    holdsLabels = mapping.boolean("label")
    width = mapping.integer("width", in: 1...255)
    decimals = mapping.integer("decimals", in: 0...6)
    alignment = mapping["align"] == nil ? nil : mapping.choice("align", default: .left)
    if let id, ids.count(where: { $0 == id }) > 1 { node.report(.duplicateName(kind: .column, name: id)) }
    guard let content = Self.content(mapping, ids: ids, models: models, names: names) else { return nil }
    self.content = content
    measure = Self.measure(of: content, names)
    (keepsDecimals, isWhole) = (false, false)
    keepsDecimals = measure == .percent && reference?.aspect != .growth
    isWhole = reference.map { $0.aspect == .now && names.wholeShares.contains($0.figure) } ?? false
    if keepsDecimals, reference != nil {
      mapping["decimals"]?.report(
        .other("占比的小数位由数（figures.yaml）决定", english: "a percentage has the decimals of its figure"))
    }
    colors = ColorLayout(mapping, columns: models.map { names.models[$0] ?? [] }, names: names)
    link = LinkLayout(mapping, models: models, names: names)
    if link != nil, isNumeric {
      node.report(.other("数字列不能作链接", english: "a column of numbers cannot be a link"))
    }
  }

  private static func measure(of content: Content, _ names: LayoutNames) -> Measure? {
    switch content {
    case .label, .text, .sum(_, checked: nil): nil
    case .amount: .money
    case .ratio: .percent
    case .figure(let reference), .sum(_, checked: .some(let reference)):
      reference.aspect == .growth ? .percent : names.measures[reference.figure]
    }
  }

  private static func content(
    _ mapping: DefinitionMapping, ids: [String?], models: [String], names: LayoutNames
  ) -> Content? {
    let figure = mapping["figure"].flatMap { names.reference($0) }
    if let node = mapping["sum-of"] {
      return .sum(indexes(node, among: ids), checked: figure)
    }
    if let node = mapping["ratio-of"] {
      let given = node.texts?.count
      let indexes = indexes(node, among: ids)
      if indexes.count == 2 { return .ratio(indexes[0], of: indexes[1], checked: figure) }
      if given != nil, given != 2 {
        node.report(.other("ratio-of 应写两列", english: "'ratio-of' takes two columns"))
      }
      return nil
    }
    if mapping["figure"] != nil { return figure.map(Content.figure) }
    for (key, content) in [("text", Content.text), ("amount", Content.amount)] {
      guard let node = mapping[key] else { continue }
      guard let column = node.text else { return nil }
      if key == "text", column == ColumnLayout.position { return content(column) }
      for model in models { names.check(column, among: names.models[model] ?? [], at: node) }
      return content(column)
    }
    if mapping.boolean("label") { return .label }
    mapping.node.report(.missingKey("figure"))
    return nil
  }

  private static func indexes(_ node: DefinitionNode, among ids: [String?]) -> [Int] {
    (node.texts ?? []).compactMap { id -> Int? in
      if let index = ids.firstIndex(of: id) { return index }
      let suggestion = nearest(to: id, among: ids.compactMap { $0 })
      node.report(.unknownName(kind: .column, name: id, suggestion: suggestion))
      return nil
    }
  }

  /// The columns that a column's formula is over.
  var operands: [Int] {
    switch content {
    case .sum(let parts, _): parts
    case .ratio(let part, let whole, _): [part, whole]
    case .label, .text, .amount, .figure: []
    }
  }

  /// A column must not be a part of itself, and only numbers of one kind are added up and divided.
  private static func reportCycles(_ columns: [ColumnLayout], _ nodes: [DefinitionNode]) {
    let parts = columns.map(\.operands)
    for index in columns.indices {
      if reaches(index, from: parts[index], parts) {
        nodes[index].report(
          columns[index].isRatio
            ? .other("列的 ratio-of 包含它自己", english: "a column's ratio-of contains itself")
            : .other("列的 sum-of 包含它自己", english: "a column's sum-of contains itself"))
      }
      let name = columns[index].isRatio ? "ratio-of" : "sum-of"
      for part in parts[index] where !columns[part].isNumeric || columns[part].isRatio {
        nodes[index].report(.other("\(name) 只能含数字列", english: "\(name) takes columns of numbers only"))
      }
      let measures = Set(parts[index].filter { !columns[$0].isRatio }.compactMap { columns[$0].measure })
      if columns[index].isRatio, measures.count > 1 {
        nodes[index].report(
          .other("ratio-of 的两列单位不同", english: "the columns of ratio-of do not measure the same"))
      }
    }
  }
}

extension ColumnLayout {
  fileprivate var isRatio: Bool { if case .ratio = content { true } else { false } }
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
