import Definitions

/// How a workbook is laid out: `workbooks/<name>.yaml`, a mapping with the list `sheets`.
public struct WorkbookLayout: Sendable {
  public var sheets: [SheetLayout]

  /// Reads and checks a layout's file; nil when it cannot be read at all. Everything that is wrong with it is
  /// reported to the node's problems.
  public init?(_ node: DefinitionNode, names: LayoutNames) {
    guard let mapping = node.mapping("sheets"), mapping.required("sheets") != nil else { return nil }
    sheets = []
    var names = names
    names.sheets = mapping.list("sheets").compactMap {
      $0.isMapping ? $0.mapping(SheetLayout.keys)?.text("name") : nil
    }
    var taken: Set<String> = []
    for item in mapping.list("sheets") {
      guard let sheet = SheetLayout(item, names: names) else { continue }
      // Spreadsheets hold 表a and 表A for the same name.
      if !taken.insert(sheet.name.lowercased()).inserted {
        item.report(.duplicateName(kind: .table, name: sheet.name))
      }
      sheets.append(sheet)
    }
  }
}
