import Definitions

extension Register {
  /// The registers of a `datapackage.yaml`: a Data Package (v2) whose resources have Table Schemas. What is
  /// wrong is reported to the node's problems; a resource with mistakes is left out.
  ///
  /// `packages` gives the `datapackage.yaml` of another pipeline, for registers that are taken from it
  /// (`gongshi:from`); nil when there is none.
  public static func registers(
    from node: DefinitionNode, packages: (String) -> DefinitionNode? = { _ in nil }
  ) -> [Register] {
    guard let package = node.mapping(packageKeys) else { return [] }
    _ = package.text("name")
    package.checkReadersKeys()
    let resources = package.required("resources")?.list ?? []
    var registers = resources.compactMap { resource in
      Self.isTaken(resource) ? taken(resource, packages) : Register(from: resource)
    }
    let known = Set(registers.map(\.name))
    // What else the other pipeline refers to is its own to check.
    for index in registers.indices where registers[index].from != nil {
      registers[index].foreignKeys.removeAll { !known.contains($0.register) }
    }
    var names: Set<String> = []
    for (resource, register) in zip(resources, registers) where !names.insert(register.name).inserted {
      resource.report(.duplicateName(kind: .register, name: register.name))
    }
    if registers.count == resources.count { checkForeignKeys(of: registers, resources) }
    return registers
  }

  private static let packageKeys = [
    "name", "id", "title", "description", "homepage", "image", "version", "created", "licenses", "sources",
    "contributors", "keywords", "resources", "$schema",
  ]
  private static let resourceKeys = [
    "name", "type", "title", "description", "path", "schema", "dialect", "encoding", "format", "mediatype",
    "bytes",
    "hash", "licenses", "sources", "$schema", "gongshi:optional", "gongshi:before", "gongshi:common",
    "gongshi:files",
  ]

  init?(from node: DefinitionNode) {
    guard let resource = node.mapping(Self.resourceKeys), let name = resource.requiredText("name"),
      let schema = resource.required("schema").flatMap(SchemaDefinition.init)
    else { return nil }
    if !Self.isTableName(name) {
      resource["name"]?.report(
        .other("“\(name)”不能作表名，请用小写字母、数字和下划线", english: "'\(name)' is no table name; use a-z, 0-9 and _"))
    }
    self.name = name
    title = resource.text("title") ?? name
    description = resource.text("description")
    file = resource["path"].flatMap(Self.path) ?? name + ".csv"
    isOptional = resource.boolean("gongshi:optional")
    before = resource.choice("gongshi:before", default: isOptional ? Before.optional : .required)
    from = nil
    common = resource["gongshi:common"].flatMap(Self.path)
    texts = nil
    fields = schema.fields
    primaryKey = schema.primaryKey
    uniqueKeys = schema.uniqueKeys
    foreignKeys = schema.foreignKeys(of: name)
    dialect = resource["dialect"].flatMap(Dialect.init) ?? Dialect()
    encoding = resource["encoding"].flatMap(Self.encoding)
    texts = resource["gongshi:files"].flatMap { textFiles($0) }
    Self.checkFormat(resource)
    checkContent(resource)
    resource.checkReadersKeys()
    resource.refuseFileKeys()
  }

  /// What is said of a table's file means nothing for a register of text files, and the other way round.
  private func checkContent(_ resource: DefinitionMapping) {
    guard resource["gongshi:files"] == nil else {
      for key in ["path", "dialect", "format", "mediatype", "type", "gongshi:common"] {
        resource[key]?.report(
          .other("gongshi:files 的登记表没有 \(key)", english: "a register of gongshi:files has no \(key)"))
      }
      return
    }
    for field in fields where field.isContent {
      resource["schema"]?.report(
        .other(
          "“\(field.name)”的 gongshi:content 只用于有 gongshi:files 的登记表",
          english: "gongshi:content of '\(field.name)' belongs to a register with gongshi:files"))
    }
  }

  /// Letters that need no quotes in SQL, and no name of our own tables' columns.
  static func isTableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return false
    }
    return name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || isDigit($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// A path that stays inside its folder.
  private static func path(_ node: DefinitionNode) -> String? {
    guard let path = node.text else { return nil }
    if path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({
      TextFiles.isPlainName(String($0))
    }) {
      return path
    }
    node.report(.other("路径“\(path)”必须在文件夹之内", english: "the path '\(path)' must stay inside the folder"))
    return nil
  }

  private static func encoding(_ node: DefinitionNode) -> TextEncoding? {
    guard let name = node.text else { return nil }
    if let encoding = TextEncoding(named: name) { return encoding }
    node.report(.unknownValue(key: "encoding", value: name, allowed: TextEncoding.names))
    return nil
  }

  private static func checkFormat(_ resource: DefinitionMapping) {
    for (key, allowed) in [("format", "csv"), ("mediatype", "text/csv"), ("type", "table")] {
      if let value = resource.text(key), value != allowed {
        resource[key]?.report(.unknownValue(key: key, value: value, allowed: [allowed]))
      }
    }
  }

  /// The path's fields must be fields, and exactly one further field holds the text.
  private func textFiles(_ node: DefinitionNode) -> TextFiles? {
    guard let path = node.text else { return nil }
    guard let texts = TextFiles(path) else {
      node.report(
        .other(
          "“\(path)”不是登记表内的文件路径（每级最多一个 {字段}）", english: "'\(path)' is no path with at most one {field} a step"
        ))
      return nil
    }
    for name in texts.fields where field(named: name) == nil {
      node.report(
        .unknownName(kind: .field, name: name, suggestion: nearest(to: name, among: fields.map(\.name))))
    }
    let others = fields.filter { !texts.fields.contains($0.name) }
    if others.count != 1 || !others[0].isContent || others[0].type != .string {
      node.report(
        .other(
          "除路径中的字段外，必须正好有一个 gongshi:content: true 的 string 字段",
          english: "besides the path's fields there must be just one string field with gongshi:content: true")
      )
    }
    return texts
  }

  private static func checkForeignKeys(of registers: [Register], _ resources: [DefinitionNode]) {
    for (register, resource) in zip(registers, resources) {
      for key in register.foreignKeys {
        guard let other = registers.first(where: { $0.name == key.register }) else {
          let suggestion = nearest(to: key.register, among: registers.map(\.name))
          resource.report(.unknownName(kind: .register, name: key.register, suggestion: suggestion))
          continue
        }
        for name in key.referenced where other.field(named: name) == nil {
          let suggestion = nearest(to: name, among: other.fields.map(\.name))
          resource.report(.unknownName(kind: .field, name: name, suggestion: suggestion))
        }
      }
    }
  }
}
