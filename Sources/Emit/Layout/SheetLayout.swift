import Definitions
import Figures

/// One sheet: its lines above, a table or several side by side or a form, and its notes.
///
/// ```yaml
/// name: 部门支出总表             # of the sheet; at most 31 characters, none of []:*?/\
/// title: 部门支出总表
/// subtitle: （{period.year}年度）
/// unit-line: {left: "填报单位：{publisher} {name}", right: 单位：万元}
/// unit: 万元                   # 元 | 万元 | 亿元: in what money prints; 万元 when not said
/// decimals: 2                 # the most that are shown; trailing zeros are dropped cell by cell
/// trailing-zeros: true        # or kept: money shows just so many decimals
/// zero: blank                 # blank | show
/// numbers: true               # the row ** ** 1 2 3 under the header
/// freeze: true                # header rows and text columns stay in sight
/// page: landscape             # landscape | portrait
/// notes-above: […]            # lines over the table
/// notes: […]                  # lines under it
/// long: true                  # a list of any length, streamed: see `TableLayout`
/// charts: […]                 # `ChartLayout`s over the tables' rows
/// table: {…}                  # or tables: [{…}, {…}], or form: {…}
/// ```
public struct SheetLayout: Sendable {
  public enum Body: Sendable {
    case tables([TableLayout])
    case form(FormLayout)
  }

  public enum ZeroStyle: String, Sendable, CaseIterable {
    case blank, show
  }

  public var name: String
  public var title: TextTemplate?
  public var subtitle: TextTemplate?
  public var unitLine: UnitLine?
  public var unit: MoneyUnit
  public var decimals: Int
  /// Whether money shows all of them.
  public var keepsZeros: Bool
  public var zero: ZeroStyle
  public var hasNumberRow: Bool
  public var isFrozen: Bool
  public var page: GridPage.Orientation
  public var notesAbove: [TextTemplate]
  public var notes: [TextTemplate]
  public var isLong: Bool
  public var body: Body
  public var charts: [ChartLayout]

  /// 填报单位 at the left, 单位 at the right.
  public struct UnitLine: Hashable, Sendable {
    public var left: TextTemplate?
    public var right: TextTemplate?
  }
}

extension SheetLayout {
  static let keys = [
    "name", "title", "subtitle", "unit-line", "unit", "decimals", "trailing-zeros", "zero", "numbers",
    "freeze", "page",
    "notes-above", "notes", "long", "table", "tables", "form", "charts",
  ]

  init?(_ node: DefinitionNode, names: LayoutNames) {
    guard let mapping = node.mapping(Self.keys), let name = mapping.requiredText("name")
    else { return nil }
    if let mistake = SheetName.mistake(in: name) { mapping["name"]?.report(mistake) }
    isLong = mapping.boolean("long")
    guard let body = Self.body(mapping, isLong: isLong, names: names) else { return nil }
    (self.name, self.body) = (name, body)
    charts = Self.charts(mapping["charts"], over: body, isLong: isLong, names: names)
    let placeholders = names.placeholders + Self.columns(of: body, names: names)
    func texts(_ key: String) -> [TextTemplate] {
      guard let node = mapping[key] else { return [] }
      return (node.isList ? node.list ?? [] : [node]).compactMap { names.template($0, among: placeholders) }
    }
    title = names.template(mapping["title"], among: placeholders)
    subtitle = names.template(mapping["subtitle"], among: placeholders)
    if let line = mapping["unit-line"]?.mapping("left", "right") {
      let left = names.template(line["left"], among: placeholders)
      unitLine = UnitLine(left: left, right: names.template(line["right"], among: placeholders))
    }
    unit = mapping.choice("unit", default: .tenThousandYuan)
    decimals = mapping.integer("decimals", in: 0...6) ?? 2
    keepsZeros = mapping.boolean("trailing-zeros")
    zero = mapping.choice("zero", default: .show)
    hasNumberRow = mapping.boolean("numbers")
    isFrozen = mapping.boolean("freeze")
    page = mapping.choice("page", default: .landscape)
    notesAbove = texts("notes-above")
    notes = texts("notes")
  }

  private static func body(_ mapping: DefinitionMapping, isLong: Bool, names: LayoutNames) -> Body? {
    let given = ["table", "tables", "form"].filter { mapping[$0] != nil }
    guard given.count == 1 else {
      mapping.node.report(
        .other("应有且只有 table、tables、form 之一", english: "give exactly one of table, tables, form"))
      return nil
    }
    if let form = mapping["form"] { return FormLayout(form, names: names).map(Body.form) }
    let nodes = mapping["table"].map { [$0] } ?? mapping.list("tables")
    let tables = nodes.compactMap { TableLayout($0, names: names) }
    if isLong, !tables.contains(where: \.canStream) || tables.count != 1 {
      mapping["long"]?.report(
        .other(
          "长表只能有一张表：rows 为一个不分级的 model，合计放在 foot",
          english: "a long sheet has one table: one model without tree in 'rows', totals in 'foot'"))
    }
    return .tables(tables)
  }

  private static func charts(
    _ node: DefinitionNode?, over body: Body, isLong: Bool, names: LayoutNames
  ) -> [ChartLayout] {
    guard let node else { return [] }
    guard case .tables(let tables) = body else {
      node.report(.other("表单没有图", english: "a form has no charts"))
      return []
    }
    return (node.list ?? []).compactMap { ChartLayout($0, tables: tables, isLong: isLong, names: names) }
  }

  /// The form's lines above can name the columns of the row that the form is repeated for.
  private static func columns(of body: Body, names: LayoutNames) -> [String] {
    guard case .form(let form) = body, let source = form.forEach else { return [] }
    return names.models[source.model] ?? []
  }
}
