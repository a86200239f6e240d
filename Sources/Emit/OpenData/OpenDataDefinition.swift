import Definitions
import Figures

/// One table of open data as a pipeline's `opendata.yaml` defines it: the rows of a model, all publishers
/// together, with columns of the model and figures at each row.
///
/// ```yaml
/// - name: expenditure-by-function      # data/expenditure-by-function.csv
///   title: 部门支出总表
///   rows: function_tree
///   columns:
///     - {name: 单位编码, column: publisher, key: true}
///     - {name: 科目编码, column: code, key: true}
///     - {name: 合计, figure: expenditure}          # money in 元 with two decimals
/// ```
public struct OpenDataDefinition: Sendable {
  public enum Content: Hashable, Sendable {
    case column(String, Form)
    case figure(FigureReference)
  }

  /// What the integers of a model's column are.
  public enum Form: Hashable, Sendable {
    /// Digits of a text.
    case text
    /// Fen, printed in 元.
    case yuan
    case number
  }

  public struct Column: Sendable {
    public var name: String
    public var content: Content
    /// The type of the cells of a model's column.
    public var type: OpenDataTable.FieldType
    public var unit: String?
    public var isKey: Bool
    public var line: Int
  }

  public var name: String
  public var title: String
  public var model: String
  public var columns: [Column]
  public var line: Int

  /// The tables of an `opendata.yaml`, held against the models and figures that they name.
  public static func definitions(from node: DefinitionNode, _ catalogue: NoticeCatalogue)
    -> [OpenDataDefinition]
  {
    var seen: Set<String> = []
    return (node.list ?? []).compactMap { node in
      guard let table = OpenDataDefinition(node, catalogue) else { return nil }
      if !seen.insert(table.name).inserted { node.report(.duplicateName(kind: .table, name: table.name)) }
      return table
    }
  }

  private init?(_ node: DefinitionNode, _ catalogue: NoticeCatalogue) {
    guard let map = node.mapping("name", "title", "rows", "columns"), let name = map.requiredText("name"),
      let title = map.requiredText("title"), let model = map.requiredText("rows"),
      let nodes = map.required("columns")?.list
    else { return nil }
    if !OpenDataTable.isUsable(name: name) {
      node.report(
        .other(
          "“\(name)”不能作数据表名，只能用小写字母、数字、- _ .",
          english: "'\(name)' cannot name a data table: small letters, digits, - _ . only"))
    }
    guard let known = catalogue.columns[model] else {
      let suggestion = nearest(to: model, among: catalogue.columns.keys)
      node.report(.unknownName(kind: .model, name: model, suggestion: suggestion))
      return nil
    }
    (self.name, self.title, self.model, line) = (name, title, model, node.line)
    columns = nodes.compactMap { Column($0, known: known, catalogue) }
  }

  /// The table as it is written and described.
  public var table: OpenDataTable {
    OpenDataTable(
      name: name, title: title,
      fields: columns.map {
        .init(name: $0.name, title: $0.name, type: $0.type, unit: $0.unit, isRequired: $0.isKey)
      },
      primaryKey: columns.filter(\.isKey).map(\.name))
  }

  /// The model's columns that its rows need; nil is all of them, as figures may have any as their keys.
  public var columnsRead: [String]? {
    var read: [String] = []
    for column in columns {
      guard case .column(let name, _) = column.content else { return nil }
      if !read.contains(name) { read.append(name) }
    }
    return read.isEmpty ? nil : read
  }
}

extension OpenDataDefinition.Form {
  func cell(_ value: Value) -> OpenDataCell {
    switch (value, self) {
    case (.null, _): .missing
    case (.text(let text), _): .text(text)
    case (.integer(let number), .text): .text("\(number)")
    case (.integer(let number), .yuan): .number(Fixed(units: number, decimals: 2))
    case (.integer(let number), .number): .integer(number)
    }
  }
}

extension OpenDataDefinition.Column {
  fileprivate init?(_ node: DefinitionNode, known: [String], _ catalogue: NoticeCatalogue) {
    guard let map = node.mapping("name", "column", "figure", "type", "unit", "key"),
      let name = map.requiredText("name")
    else { return nil }
    switch (map.text("column"), map.text("figure")) {
    case (let column?, nil):
      if !known.contains(column) {
        node.report(.unknownName(kind: .column, name: column, suggestion: nearest(to: column, among: known)))
      }
      unit = map.text("unit")
      type = unit == "元" ? .number : map.choice("type", default: .string)
      content = .column(column, type == .string ? .text : unit == "元" ? .yuan : .number)
    case (nil, let text?):
      guard let reference = Self.reference(text, node, catalogue) else { return nil }
      let measure = catalogue.figures[reference.figure]?.measure
      content = .figure(reference)
      unit =
        map.text("unit")
        ?? (measure == .money ? "元" : measure == .percent ? "%" : measure == .score ? "分" : nil)
      type = .number
    default:
      node.report(.other("应写 column 或 figure，二者择一", english: "needs either column or figure"))
      return nil
    }
    self.name = name
    isKey = map.boolean("key")
    line = node.line
  }

  private static func reference(
    _ text: String, _ node: DefinitionNode, _ catalogue: NoticeCatalogue
  ) -> FigureReference? {
    guard let reference = FigureReference(text) else {
      node.report(.other("“\(text)”不是数的引用", english: "'\(text)' is no figure reference"))
      return nil
    }
    guard let figure = catalogue.figures[reference.figure] else {
      let suggestion = nearest(to: reference.figure, among: catalogue.figures.keys)
      node.report(.unknownName(kind: .figure, name: reference.figure, suggestion: suggestion))
      return nil
    }
    if reference.aspect != .now, let reason = figure.noYearBefore { node.report(reason.problem(with: text)) }
    for key in reference.assignments.map(\.key) where !figure.keys.contains(key) {
      node.report(.unknownName(kind: .key, name: key, suggestion: nearest(to: key, among: figure.keys)))
    }
    node.note(reference.assignments, of: reference.figure)
    return reference
  }
}
