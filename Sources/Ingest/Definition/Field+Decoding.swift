import Definitions
import Figures

extension Field {
  private static let keys = [
    "name", "title", "description", "example", "type", "format", "constraints", "missingValues", "rdfType",
    "categories", "categoriesOrdered", "decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues",
    "delimiter", "itemType", "gongshi:column", "gongshi:type", "gongshi:aliases", "gongshi:optional",
    "gongshi:personal", "gongshi:content", "gongshi:unit", "gongshi:decimals", "gongshi:identifier",
    "gongshi:identifierSeverity", "gongshi:maxLengthInBytes", "gongshi:bytesEncoding", "gongshi:file",
    "gongshi:maxMegabytes", "gongshi:form",
  ]
  private static let ownColumns = ["_file", "_row", "_year", "rowid"]

  init?(from node: DefinitionNode, missingValues: [String]) {
    guard let map = node.mapping(Self.keys), let name = map.requiredText("name") else { return nil }
    self.name = name
    title = map.text("title")
    description = map.text("description")
    example = map.text("example")
    column = map.text("gongshi:column") ?? name
    let declared = map.choice("type", default: FieldType.string)
    type = map["gongshi:type"] == nil ? declared : map.choice("gongshi:type", default: OwnType.target).type
    format = map.text("format") ?? "default"
    notation = NumberNotation(from: map)
    trueValues = map["trueValues"]?.texts ?? ["true", "True", "TRUE", "1"]
    falseValues = map["falseValues"]?.texts ?? ["false", "False", "FALSE", "0"]
    listDelimiter = map.text("delimiter") ?? ","
    itemType = map.choice("itemType", default: FieldType.string)
    constraints = Constraints()
    self.missingValues = map["missingValues"]?.texts ?? missingValues
    aliases = map.texts("gongshi:aliases")
    isOptional = map.boolean("gongshi:optional")
    isPersonal = map.boolean("gongshi:personal")
    isContent = map.boolean("gongshi:content")
    file = Self.file(map)
    form = map.text("gongshi:form")
    unit = map.text("gongshi:unit")
    decimals = 0
    identifier =
      map["gongshi:identifier"] == nil ? nil : map.choice("gongshi:identifier", default: Identifier.mobile)
    identifierSeverity = map.choice(
      "gongshi:identifierSeverity",
      default: [.unifiedSocialCreditCode, .organizationCode].contains(identifier) ? Severity.warning : .error)
    maxLengthInBytes = map.integer("gongshi:maxLengthInBytes")
    bytesEncoding = map["gongshi:bytesEncoding"].flatMap(Self.bytesEncoding) ?? .gb18030
    decodeDecimals(map, node)
    check(map, node, declared)
    constraints = Constraints(from: map, for: self)
  }

  private enum OwnType: String, CaseIterable {
    case target, quantity
    var type: FieldType { self == .target ? .target : .quantity }
  }

  private static func file(_ map: DefinitionMapping) -> File? {
    let most = map.integer("gongshi:maxMegabytes")
    guard let node = map["gongshi:file"] else {
      map["gongshi:maxMegabytes"]?.report(.missingKey("gongshi:file"))
      return nil
    }
    if let most, !(1...1_000_000).contains(most) {
      map["gongshi:maxMegabytes"]?.report(
        .unknownValue(key: "gongshi:maxMegabytes", value: "\(most)", allowed: ["1–1000000"]))
    }
    guard let text = node.text else { return nil }
    guard let path = TextFiles(text), path.fields.contains(map.text("name") ?? "") else {
      node.report(
        .other(
          "“\(text)”不是含有本列 {…} 的文件路径（每级最多一个 {字段}）",
          english: "'\(text)' is no path with this field in braces and at most one {field} a step"))
      return nil
    }
    return File(path: path, maxMegabytes: most)
  }

  private static func bytesEncoding(_ node: DefinitionNode) -> TextEncoding? {
    guard let name = node.text else { return nil }
    if let encoding = TextEncoding(named: name), [.utf8, .gb18030].contains(encoding) { return encoding }
    node.report(.unknownValue(key: "gongshi:bytesEncoding", value: name, allowed: ["GB18030", "UTF-8"]))
    return nil
  }

  /// Money is kept in fen and percent in hundredths; every other number says itself how many decimals it has.
  private mutating func decodeDecimals(_ map: DefinitionMapping, _ node: DefinitionNode) {
    guard type == .number else { return }
    let most = money?.decimalsOfFen ?? (unit == "%" ? 2 : nil)
    guard let given = map["gongshi:decimals"] else {
      if most == nil { node.report(.missingKey("gongshi:decimals")) }
      decimals = most ?? 0
      return
    }
    decimals = given.integer ?? 0
    if !(0...(most ?? 15)).contains(decimals) {
      given.report(
        .unknownValue(key: "gongshi:decimals", value: "\(decimals)", allowed: ["0–\(most ?? 15)"]))
      decimals = most ?? 0
    }
  }

  private func check(_ map: DefinitionMapping, _ node: DefinitionNode, _ declared: FieldType) {
    if type.isTargetLike, declared != .string {
      map["gongshi:type"]?.report(
        .other(
          "gongshi:type: \(type.rawValue) 只能用于 string 字段",
          english: "gongshi:type: \(type.rawValue) belongs to a string field"))
    }
    if declared.isTargetLike {
      map["type"]?.report(.unknownValue(key: "type", value: declared.rawValue, allowed: ["string"]))
    }
    if column.isEmpty || column.contains("\0") || Self.ownColumns.contains(column.lowercased()) {
      map["gongshi:column"]?.report(
        .other("“\(column)”是程序自用的列名", english: "'\(column)' is a column of the program's own"))
    }
    if file != nil, type != .string {
      map["gongshi:file"]?.report(
        .other("gongshi:file 只能用于 string 字段", english: "gongshi:file belongs to a string field"))
    }
    if identifier != nil, type != .string {
      map["gongshi:identifier"]?.report(
        .other("gongshi:identifier 只能用于 string 字段", english: "gongshi:identifier belongs to a string field"))
    }
    if !isKnownFormat { map["format"]?.report(.unknownValue(key: "format", value: format, allowed: formats)) }
    if listDelimiter.isEmpty {
      map["delimiter"]?.report(.other("列表分隔符不能为空", english: "the list's delimiter must not be empty"))
    }
  }

  private var isKnownFormat: Bool {
    if formats.contains(format) { return true }
    return [.date, .time, .datetime].contains(type) && MomentPattern(format, for: type) != nil
  }

  private var formats: [String] {
    switch type {
    case .string: StringFormat.allCases.map(\.rawValue)
    case .date, .time, .datetime: ["default", "any", "%Y-%m-%d"]
    case .geopoint: ["default", "array", "object"]
    case .geojson: ["default", "topojson"]
    default: ["default"]
    }
  }
}

extension NumberNotation {
  fileprivate init(from map: DefinitionMapping) {
    decimal = Self.character("decimalChar", map) ?? "."
    group = Self.character("groupChar", map)
    isBare = map.boolean("bareNumber", default: true)
    if group == decimal {
      map["groupChar"]?.report(.other("groupChar 与 decimalChar 相同", english: "groupChar is the decimalChar"))
    }
  }

  private static func character(_ key: String, _ map: DefinitionMapping) -> Character? {
    guard let text = map.text(key) else { return nil }
    if text.count == 1 { return text.first }
    map[key]?.report(.other("“\(key)”应为一个字符", english: "'\(key)' must be one character"))
    return nil
  }
}
