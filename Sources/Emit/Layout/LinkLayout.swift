import Definitions

/// Where a text column's cells lead.
///
/// ```yaml
/// link: "../workbooks/{unit}.xlsx"   # another output of the run, from this workbook's folder
/// link-sheet: "{sheet}"              # a sheet of this workbook
/// link-column: url                   # the address in a column of the model's row, if it is http or https
/// ```
public enum LinkLayout: Hashable, Sendable {
  case file(TextTemplate)
  case sheet(TextTemplate)
  case column(String)
}

extension LinkLayout {
  /// nil when a column has no link, and, reported, when it is wrong. `models`: those whose rows the table shows.
  init?(_ mapping: DefinitionMapping, models: [String], names: LayoutNames) {
    let given = ["link", "link-sheet", "link-column"].filter { mapping[$0] != nil }
    guard let key = given.first, let node = mapping[key] else { return nil }
    if given.count > 1 {
      node.report(
        .other(
          "link、link-sheet、link-column 只能写一个", english: "give only one of link, link-sheet, link-column"))
    }
    let columns = models.map { names.models[$0] ?? [] }
    let shared = columns.first.map { first in
      first.filter { name in columns.allSatisfy { $0.contains(name) } }
    }
    let known = (shared ?? []) + names.placeholders
    guard let text = node.text else { return nil }
    if key == "link-column" {
      names.check(text, among: known, at: node)
      self = .column(text)
      return
    }
    guard let template = names.template(node, among: known) else { return nil }
    self = key == "link" ? .file(template) : .sheet(template)
    if key == "link" { names.checkLink(text, at: node) }
    if key == "link-sheet", template.columns.isEmpty, !names.sheets.contains(text) {
      let suggestion = nearest(to: text, among: names.sheets)
      node.report(.unknownName(kind: .table, name: text, suggestion: suggestion))
    }
  }
}

extension LayoutNames {
  /// Reports a link that no output of the pipeline can be at the end of, whatever the rows say.
  fileprivate func checkLink(_ link: String, at node: DefinitionNode) {
    guard let file else { return }
    let path = LinkTargets.resolved(link, in: file)
    if let path, path.hasPrefix("data/") || outputs.contains(where: { Self.form($0) == Self.form(path) }) {
      return
    }
    node.report(
      .other("“\(link)”不是本流水线的产出", english: "'\(link)' leads to no output of this pipeline"))
  }

  /// A path whose columns may be called anything.
  private static func form(_ path: String) -> String { path.replacing(/\{[^}]*\}/, with: "{}") }
}
