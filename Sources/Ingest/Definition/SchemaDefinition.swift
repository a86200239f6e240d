import Definitions

/// A Table Schema as it is read: fields, and keys by the fields' names.
struct SchemaDefinition {
  var fields: [Field] = []
  var primaryKey: [String] = []
  var uniqueKeys: [[String]] = []
  private var foreign: [(fields: [String], register: String, referenced: [String])] = []

  init?(from node: DefinitionNode) {
    guard
      let schema = node.mapping(
        "fields", "primaryKey", "uniqueKeys", "foreignKeys", "missingValues", "fieldsMatch", "name", "title",
        "description", "$schema"),
      let nodes = schema.required("fields")?.list
    else { return nil }
    let missingValues = schema["missingValues"].flatMap(Self.missingValues) ?? [""]
    let decoded = nodes.map { Field(from: $0, missingValues: missingValues) }
    fields = decoded.compactMap { $0 }
    guard fields.count == nodes.count else { return nil }
    checkNames(nodes)
    checkMatch(schema)
    checkFiles(nodes)
    primaryKey = schema["primaryKey"].map { known($0, "primaryKey") } ?? []
    uniqueKeys = schema["uniqueKeys"].map(keys) ?? []
    foreign = schema.list("foreignKeys").compactMap(foreignKey)
    for name in primaryKey {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].constraints.required = true
      }
    }
    if fields.isEmpty { node.report(.missingKey("fields")) }
    for key in ["name", "title", "description", "$schema"] { _ = schema.text(key) }
  }

  /// Texts, or what the standard writes for labels: a mapping of `value` and `label`.
  static func missingValues(_ node: DefinitionNode) -> [String]? {
    guard node.isList else { return node.texts }
    return node.labelledTexts
  }

  func foreignKeys(of register: String) -> [Register.ForeignKey] {
    foreign.map {
      Register.ForeignKey(
        fields: $0.fields, register: $0.register.isEmpty ? register : $0.register, referenced: $0.referenced)
    }
  }

  /// A list of keys, each a list of fields: in `[a, b]` one could not tell whether a and b are one key or two.
  private func keys(_ node: DefinitionNode) -> [[String]] {
    guard node.isList, let keys = node.list, !keys.isEmpty, keys.allSatisfy(\.isList) else {
      let names = node.isMapping ? [] : node.texts ?? []
      let example = "[[" + (names.isEmpty ? "…" : names.joined(separator: ", ")) + "]]"
      node.report(
        .other(
          "uniqueKeys 应为列表的列表，每个唯一键一个：\(example)",
          english: "uniqueKeys must be a list of lists, one for every unique key: \(example)"))
      return []
    }
    return keys.map { known($0, "uniqueKeys") }
  }

  /// Names of fields; what is no field is reported.
  private func known(_ node: DefinitionNode, _ key: String) -> [String] {
    let names = node.texts.map { node.distinct($0, key) } ?? []
    for name in names where !fields.contains(where: { $0.name == name }) {
      node.report(
        .unknownName(kind: .field, name: name, suggestion: nearest(to: name, among: fields.map(\.name))))
    }
    return names
  }

  /// `reference` without `resource` is the register itself.
  private func foreignKey(
    _ node: DefinitionNode
  ) -> (fields: [String], register: String, referenced: [String])? {
    guard let key = node.mapping("fields", "reference"),
      let fields = key.required("fields").map({ known($0, "fields") }),
      let reference = key.required("reference")?.mapping("resource", "fields"),
      let referenced = reference.required("fields")?.texts
    else { return nil }
    if fields.count != referenced.count {
      node.report(
        .other("外键两边的字段数不同", english: "the two sides of the foreign key have different numbers of fields"))
    }
    return (fields, reference.text("resource") ?? "", referenced)
  }

  private func checkNames(_ nodes: [DefinitionNode]) {
    var names: Set<String> = []
    var columns: Set<String> = []
    for (field, node) in zip(fields, nodes) {
      if !names.insert(HeaderTitle.folded(field.name)).inserted {
        node.report(.duplicateName(kind: .field, name: field.name))
      }
      for alias in field.aliases
      where HeaderTitle.folded(alias) != HeaderTitle.folded(field.name)
        && !names.insert(HeaderTitle.folded(alias)).inserted
      {
        node.report(.duplicateName(kind: .field, name: alias))
      }
      for column in field.sqlColumns where !columns.insert(column.name.lowercased()).inserted {
        node.report(.duplicateName(kind: .column, name: column.name))
      }
    }
  }

  /// The places in the paths of named files are fields with texts.
  private func checkFiles(_ nodes: [DefinitionNode]) {
    for (field, node) in zip(fields, nodes) {
      for name in field.file?.path.fields ?? []
      where !fields.contains(where: { $0.name == name && !$0.type.isInteger }) {
        let suggestion = nearest(to: name, among: fields.map(\.name))
        node.report(.unknownName(kind: .field, name: name, suggestion: suggestion))
      }
    }
  }

  /// Columns are found by name in any order and further ones are passed over, which the standard calls
  /// `subset`.
  private func checkMatch(_ schema: DefinitionMapping) {
    for value in schema.texts("fieldsMatch") where value != "subset" {
      schema["fieldsMatch"]?.report(.unknownValue(key: "fieldsMatch", value: value, allowed: ["subset"]))
    }
  }
}
