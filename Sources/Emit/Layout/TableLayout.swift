import Definitions
import Figures

/// A table: what its columns hold and what its rows are.
///
/// ```yaml
/// rows: […]      # `RowGroup`s, in order
/// foot: […]      # the same, standing at the bottom: side by side, tables' feet are level with each other
/// columns: […]   # `ColumnLayout`s
/// ```
/// A sheet marked `long` streams the rows of its one model, of whatever number; its totals stand in the foot.
public struct TableLayout: Sendable {
  public let rows: [RowGroup]
  public let foot: [RowGroup]
  public let columns: [ColumnLayout]
  /// The last column of texts before the numbers: names, indented by level.
  let nameColumn: Int
  /// The column of the texts of lines and totals.
  let labelColumn: Int?
  /// Which columns hold numbers. Asked for every cell, like the two above.
  let isNumeric: [Bool]

  var groups: [RowGroup] { rows + foot }

  /// Whether rows can be written as they come, without knowing what comes after.
  var canStream: Bool {
    guard rows.count == 1, case .model(_, tree: nil) = rows[0].kind, rows[0].skip == .keep else {
      return false
    }
    return foot.allSatisfy { if case .total = $0.kind { $0.sumOf == nil } else { false } }
  }

  /// Whether each row says all that it says by itself, as in most lists: no cell is added up from others.
  var isPlain: Bool {
    canStream && foot.isEmpty
      && columns.allSatisfy { if case .sum = $0.content { false } else { true } }
  }
}

extension TableLayout {
  init?(_ node: DefinitionNode, names: LayoutNames) {
    guard let mapping = node.mapping("rows", "foot", "columns"), mapping.required("columns") != nil else {
      return nil
    }
    let nodes = mapping.list("rows") + mapping.list("foot")
    let read = nodes.map { RowGroup($0, names: names) }
    rows = read.prefix(mapping.list("rows").count).compactMap { $0 }
    foot = read.dropFirst(mapping.list("rows").count).compactMap { $0 }
    let models = Set(read.compactMap { $0?.model }).sorted()
    columns = ColumnLayout.read(mapping.list("columns"), models: models, names: names)
    isNumeric = columns.map(\.isNumeric)
    nameColumn = max(isNumeric.prefix { !$0 }.count - 1, 0)
    labelColumn = columns.firstIndex(where: \.holdsLabels)
    guard read.allSatisfy({ $0 != nil }), columns.count == mapping.list("columns").count else { return nil }
    checkColumns(mapping, names: names)
    checkRoundings(mapping, names: names)
    checkSums(nodes)
    checkKeys(nodes, names: names)
  }

  private func checkColumns(_ mapping: DefinitionMapping, names: LayoutNames) {
    let hasLabels = groups.contains { if case .blank = $0.kind { false } else { $0.model == nil } }
    if columns.isEmpty || hasLabels && !columns.contains(where: \.holdsLabels) {
      mapping["columns"]?.report(
        .other("须有一列写 label: true，放各行的名称", english: "one column needs 'label: true' for the lines' texts"))
    }
  }

  /// No spreadsheet rounds half to even, as the figure would have it that a live percentage is held against.
  private func checkRoundings(_ mapping: DefinitionMapping, names: LayoutNames) {
    for (column, node) in zip(columns, mapping.list("columns")) {
      guard case .ratio(_, _, let checked?) = column.content, names.halfToEven.contains(checked.figure) else {
        continue
      }
      node.report(
        .other(
          "“\(checked)”按 half-to-even 修约，表格公式里的 ROUND 做不到，不能与 ratio-of 并用",
          english: "'\(checked)' is rounded half to even, as ROUND in a spreadsheet is not: "
            + "no figure for ratio-of"))
    }
  }

  /// Sums refer to entries that are there, and none contains itself.
  private func checkSums(_ nodes: [DefinitionNode]) {
    let ids = groups.map(\.id)
    let parts = groups.map { group in (group.sumOf ?? []).compactMap { ids.firstIndex(of: $0) } }
    for (index, (group, node)) in zip(groups, nodes).enumerated() {
      if let id = group.id, ids.firstIndex(of: id) != index {
        node.report(.duplicateName(kind: .value, name: id))
      }
      for id in group.sumOf ?? [] where !ids.contains(id) {
        let suggestion = nearest(to: id, among: ids.compactMap { $0 })
        node.report(.unknownName(kind: .value, name: id, suggestion: suggestion))
      }
      if reaches(index, from: parts[index], parts) {
        node.report(.other("sum-of 包含这一行自己", english: "sum-of contains the row itself"))
      }
    }
  }

  /// A line's keys are keys of the figures in its columns, and these of the figure that stands in for them.
  private func checkKeys(_ nodes: [DefinitionNode], names: LayoutNames) {
    let references = columns.compactMap(\.reference)
    for (group, node) in zip(groups, nodes) {
      for reference in references {
        let figure = group.figure?.figure ?? reference.figure
        let known = names.figures[figure] ?? []
        node.note(group.with ?? [], of: figure)
        if group.figure != nil { node.note(reference.assignments, of: figure) }
        names.check((group.with ?? []).map(\.key), among: known, at: node)
        if group.figure != nil { names.check(reference.assignments.map(\.key), among: known, at: node) }
      }
    }
  }
}

extension ColumnLayout {
  /// The figure that its cells show or are held against.
  var reference: FigureReference? {
    switch content {
    case .figure(let reference): reference
    case .sum(_, let checked), .ratio(_, _, let checked): checked
    case .label, .text, .amount: nil
    }
  }
}
