import Definitions
import Figures

/// A form: a grid of cells, as 部门整体支出绩效目标表 is.
///
/// ```yaml
/// for-each: projects           # optional: the form once a row of this model, one under the other
/// by: [publisher]              # see `RowSource`
/// widths: [14, 14, 30, 16]     # of the grid's columns, in half-width characters
/// rows:                        # a row lists the cells that start in it; those that reach down from above count
///   - [部门名称, {text: "{name}", across: 3}]
///   - model: targets           # one row a row of the model
///     by: [publisher, project]
///     cells: [{text: "{level1}", merge: true}, {text: "{level2}", merge: true}, …]
/// ```
public struct FormLayout: Sendable {
  public var forEach: RowSource?
  public var widths: [Int]
  public var rows: [FormRow]
}

public struct FormRow: Sendable {
  /// The model whose rows repeat it; nil when it stands once.
  public var source: RowSource?
  public var cells: [FormCell]
}

/// A form's cell: a text alone is a label.
///
/// ```yaml
/// text: "{name}"            # with columns of the rows at hand
/// figure: income            # or a figure at the rows at hand
/// amount: funds             # or a column of the row in fen
/// sum-of: [indicator]       # or a live formula over the cells with these ids; with `figure`, held against it
/// at-most: most             # of a sum: no more than this column (hundredths), where it is not empty
/// id: indicator
/// colors: {红: red}          # see `ColorLayout`
/// across: 3                 # columns it covers
/// down: 4                   # rows it covers; not in repeated rows
/// merge: true               # in repeated rows: one cell for equal neighbours, inside those of the cells before
/// align: left | center | right;  bold: true;  decimals: 4
/// ```
public struct FormCell: Sendable {
  public enum Content: Hashable, Sendable {
    case text(TextTemplate)
    case figure(FigureReference)
    case amount(String)
    /// Cells of the form by their id, the figure that they must come to, and the column with the most that counts.
    case sum([String], checked: FigureReference?, most: String?)
  }

  public var content: Content
  public var id: String?
  public var colors: ColorLayout?
  public var across = 1
  public var down = 1
  public var mergesEqual = false
  public var isBold = false
  public var alignment: GridStyle.Alignment?
  public var decimals: Int?
}

extension FormLayout {
  init?(_ node: DefinitionNode, names: LayoutNames) {
    guard let mapping = node.mapping("for-each", "by", "widths", "rows"),
      mapping.required("widths") != nil, mapping.required("rows") != nil
    else { return nil }
    forEach = RowSource(
      model: mapping["for-each"], by: mapping["by"], names: names, outer: names.publisher)
    if mapping["for-each"] != nil, forEach == nil { return nil }
    widths = mapping.list("widths").compactMap(\.integer)
    rows = []
    let outer = names.placeholders + (forEach.flatMap { names.models[$0.model] } ?? [])
    var covered = [Int](repeating: 0, count: widths.count)
    for item in mapping.list("rows") {
      guard let row = FormRow(item, names: names, outer: outer) else { return nil }
      if row.source != nil, covered.contains(where: { $0 > 0 }) {
        item.report(.other("重复的行不能在 down 之内", english: "repeated rows cannot stand beside a 'down' cell"))
      }
      if !row.fill(&covered) {
        item.report(
          .other("这一行的单元格与 widths 的列数不合", english: "the row's cells do not fill the columns of 'widths'"))
      }
      rows.append(row)
    }
    if covered.contains(where: { $0 > 0 }) {
      node.report(.other("有单元格伸到表外", english: "a cell reaches below the form"))
    }
    checkSums(node)
  }

  /// Sums are over cells that are there.
  private func checkSums(_ node: DefinitionNode) {
    let cells = rows.flatMap(\.cells)
    let known = cells.compactMap(\.id)
    for cell in cells {
      guard case .sum(let ids, _, _) = cell.content else { continue }
      for id in ids where !known.contains(id) {
        node.report(.unknownName(kind: .value, name: id, suggestion: nearest(to: id, among: known)))
      }
    }
  }
}

extension FormRow {
  fileprivate init?(_ node: DefinitionNode, names: LayoutNames, outer: [String]) {
    if node.isList {
      cells = node.list?.compactMap { FormCell($0, columns: outer, names: names) } ?? []
      return
    }
    guard let mapping = node.mapping("model", "by", "cells"), mapping.required("model") != nil else {
      return nil
    }
    let given = RowSource(model: mapping["model"], by: mapping["by"], names: names, outer: outer)
    guard let given else { return nil }
    source = given
    let columns = outer + (names.models[given.model] ?? [])
    cells = mapping.list("cells").compactMap { FormCell($0, columns: columns, names: names) }
    if cells.contains(where: { $0.down > 1 }) {
      node.report(.other("重复的行不能用 down", english: "repeated rows cannot have 'down'"))
    }
  }

  /// Lays the row's cells into the columns that no cell from above covers; false when they do not fit.
  fileprivate func fill(_ covered: inout [Int]) -> Bool {
    var column = 0
    var next = covered.map { max($0 - 1, 0) }
    for cell in cells {
      while column < covered.count, covered[column] > 0 { column += 1 }
      let end = column + cell.across
      guard end <= covered.count, covered[column..<end].allSatisfy({ $0 == 0 }) else { return false }
      for index in column..<end { next[index] = cell.down - 1 }
      column = end
    }
    let isFull = covered[column...].allSatisfy { $0 > 0 }
    covered = next
    return isFull
  }
}

extension FormCell {
  fileprivate init?(_ node: DefinitionNode, columns: [String], names: LayoutNames) {
    guard node.isMapping else {
      guard let template = names.template(node, among: columns) else { return nil }
      self.init(content: .text(template))
      return
    }
    let keys = [
      "text", "figure", "amount", "sum-of", "at-most", "id", "across", "down", "merge", "align", "bold",
      "decimals",
      "colors", "color-of",
    ]
    guard let mapping = node.mapping(keys),
      let content = Self.content(mapping, columns: columns, names: names)
    else { return nil }
    self.init(content: content)
    id = mapping.text("id")
    colors = ColorLayout(mapping, columns: [columns], names: names)
    across = mapping.integer("across", in: 1...16_384) ?? 1
    down = mapping.integer("down", in: 1...1_048_576) ?? 1
    mergesEqual = mapping.boolean("merge")
    isBold = mapping.boolean("bold")
    decimals = mapping.integer("decimals", in: 0...6)
    alignment = mapping["align"] == nil ? nil : mapping.choice("align", default: .left)
  }

  private static func content(
    _ mapping: DefinitionMapping, columns: [String], names: LayoutNames
  ) -> Content? {
    if let node = mapping["sum-of"] { return sum(of: node, mapping, columns: columns, names: names) }
    let given = ["text", "figure", "amount"].filter { mapping[$0] != nil }
    guard given.count == 1 else {
      mapping.node.report(
        .other("应有且只有 text、figure、amount 之一", english: "give exactly one of text, figure, amount"))
      return nil
    }
    if let text = mapping["text"] { return names.template(text, among: columns).map(Content.text) }
    if let figure = mapping["figure"] { return names.reference(figure).map(Content.figure) }
    guard let node = mapping["amount"], let column = node.text else { return nil }
    names.check(column, among: columns, at: node)
    return .amount(column)
  }

  private static func sum(
    of node: DefinitionNode, _ mapping: DefinitionMapping, columns: [String], names: LayoutNames
  ) -> Content? {
    for key in ["text", "amount", "id"] {
      mapping[key]?.report(.other("sum-of 不能与 \(key) 并用", english: "'\(key)' does not go with sum-of"))
    }
    if let most = mapping["at-most"], let column = most.text { names.check(column, among: columns, at: most) }
    guard let ids = node.texts else { return nil }
    let figure = mapping["figure"].flatMap { names.reference($0) }
    return .sum(ids, checked: figure, most: mapping.text("at-most"))
  }
}
