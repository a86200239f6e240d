import Definitions

/// A native chart over rows of a sheet's table, which reads its numbers from their cells.
///
/// ```yaml
/// kind: bar                  # column | bar | pie | line
/// title: 面向中小企业采购金额前十位
/// categories: name           # the id of the column with the names
/// series: [amount]           # ids of columns of numbers
/// rows: units                # ids of row groups that follow each other; not needed where the table has one
/// first: 10                  # the most rows that it shows, from the top
/// position: below            # below | right
/// width: 720                 # in pixels
/// height: 400
/// category-title: 单位        # the axes' titles; over the numbers stands their unit when not said
/// value-title: 金额（万元）
/// labels: true               # the numbers at the columns; in a pie the names too
/// ```
public struct ChartLayout: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case column, bar, pie, line }
  public enum Position: String, Sendable, CaseIterable { case below, right }

  /// More could not be told apart.
  static let mostRows = 1000

  public var kind: Kind
  public var title: TextTemplate?
  /// The table among those of the sheet, its row groups and columns by their index.
  public var table: Int
  public var groups: ClosedRange<Int>
  public var categories: Int
  public var series: [Int]
  public var first: Int
  public var position: Position
  public var width: Int
  public var height: Int
  public var categoryTitle: TextTemplate?
  public var valueTitle: TextTemplate?
  public var hasLabels: Bool
}

extension ChartLayout {
  init?(_ node: DefinitionNode, tables: [TableLayout], isLong: Bool, names: LayoutNames) {
    guard
      let mapping = node.mapping(
        "kind", "title", "categories", "series", "rows", "first", "position", "width", "height",
        "category-title", "value-title", "labels"),
      mapping.required("kind") != nil,
      let columns = Self.columns(mapping, tables),
      let groups = Self.groups(mapping, tables[columns.table])
    else { return nil }
    (table, categories, series, self.groups) = (columns.table, columns.categories, columns.series, groups)
    kind = mapping.choice("kind", default: .column)
    title = names.template(mapping["title"], among: names.placeholders)
    first = mapping.integer("first") ?? Self.mostRows
    position = mapping.choice("position", default: .below)
    width = mapping.integer("width") ?? (kind == .pie ? 560 : 720)
    height = mapping.integer("height") ?? 400
    categoryTitle = names.template(mapping["category-title"], among: names.placeholders)
    valueTitle = names.template(mapping["value-title"], among: names.placeholders)
    hasLabels = mapping.boolean("labels")
    check(mapping, isLong: isLong)
  }

  private func check(_ mapping: DefinitionMapping, isLong: Bool) {
    for (key, value, range) in [
      ("first", first, 1...Self.mostRows), ("width", width, 100...4000), ("height", height, 100...4000),
    ] where !range.contains(value) {
      let (least, most) = (range.lowerBound, range.upperBound)
      mapping[key]?.report(
        .other("“\(key)”应为 \(least) 到 \(most)", english: "'\(key)' must be \(least) to \(most)"))
    }
    if kind == .pie, series.count > 1 {
      mapping["series"]?.report(.other("饼图只有一个系列", english: "a pie has one series"))
    }
    if isLong, mapping["first"] == nil {
      mapping.node.report(
        .other("长表的图须写 first: 行数", english: "a chart of a long sheet needs 'first', a number of rows"))
    }
    if isLong, position == .below {
      mapping.node.report(
        .other("长表的图须写 position: right", english: "a chart of a long sheet needs 'position: right'"))
    }
  }

  /// The columns by their ids; all of them are in one table.
  private static func columns(
    _ mapping: DefinitionMapping, _ tables: [TableLayout]
  ) -> (table: Int, categories: Int, series: [Int])? {
    guard let node = mapping.required("categories"), let id = node.text,
      let list = mapping.required("series"), let ids = list.texts
    else { return nil }
    guard let table = tables.firstIndex(where: { $0.columns.contains { $0.id == id } }) else {
      let known = tables.flatMap(\.columns).compactMap(\.id)
      node.report(.unknownName(kind: .column, name: id, suggestion: nearest(to: id, among: known)))
      return nil
    }
    let columns = tables[table].columns
    let series = ids.compactMap { id -> Int? in
      if let index = columns.firstIndex(where: { $0.id == id }) { return index }
      let suggestion = nearest(to: id, among: columns.compactMap(\.id))
      list.report(.unknownName(kind: .column, name: id, suggestion: suggestion))
      return nil
    }
    guard series.count == ids.count, let categories = columns.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    if columns[categories].isNumeric {
      node.report(.other("categories 应为文字列", english: "'categories' must be a column of texts"))
    }
    if series.isEmpty || series.contains(where: { !columns[$0].isNumeric }) {
      list.report(.other("series 应为数字列", english: "'series' must be columns of numbers"))
    }
    return (table, categories, series)
  }

  /// The rows by their ids: groups that follow each other, without totals and without levels, so that they make one
  /// range of cells.
  private static func groups(_ mapping: DefinitionMapping, _ table: TableLayout) -> ClosedRange<Int>? {
    let node = mapping["rows"] ?? mapping.node
    let indexes: [Int]
    if let ids = mapping["rows"]?.texts {
      let known = table.rows.map(\.id)
      for id in ids where !known.contains(id) {
        let suggestion = nearest(to: id, among: known.compactMap { $0 })
        node.report(.unknownName(kind: .value, name: id, suggestion: suggestion))
      }
      indexes = ids.compactMap { known.firstIndex(of: $0) }.sorted()
      if indexes.count != ids.count { return nil }
    } else {
      indexes = table.rows.indices.filter { table.rows[$0].model != nil }
      if indexes.count != 1 {
        node.report(
          .other("表中不止一组行，须用 rows 指明", english: "the table has not one model; say which rows with 'rows'"))
        return nil
      }
    }
    guard let first = indexes.first, let last = indexes.last else {
      node.report(.missingKey("rows"))
      return nil
    }
    let isRange = last - first == indexes.count - 1
    let areFlat = indexes.allSatisfy { index in
      switch table.rows[index].kind {
      case .model(_, tree: nil), .line: true
      case .model, .total, .blank: false
      }
    }
    if !isRange || !areFlat {
      node.report(
        .other(
          "图的各行须相连，不分级，不含合计", english: "a chart's rows must follow each other, without levels and totals"))
    }
    return first...last
  }
}
