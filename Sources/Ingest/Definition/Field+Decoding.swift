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
    format = Self.format(map.text("format") ?? "default", type)
    notation = NumberNotation(from: map)
    trueValues = map.distinctTexts("trueValues") ?? Self.trueValues
    falseValues = map.distinctTexts("falseValues") ?? Self.falseValues
    listDelimiter = map.text("delimiter") ?? ","
    itemType = Self.itemType(map)
    constraints = Constraints()
    self.missingValues = map["missingValues"].flatMap(SchemaDefinition.missingValues) ?? missingValues
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
    maxLengthInBytes = map.natural("gongshi:maxLengthInBytes", from: 1)
    bytesEncoding = map["gongshi:bytesEncoding"].flatMap(Self.bytesEncoding) ?? .gb18030
    decodeDecimals(map, node)
    check(map, node, declared)
    constraints = Constraints(from: map, for: self)
  }

  private enum OwnType: String, CaseIterable {
    case target, quantity
    var type: FieldType { self == .target ? .target : .quantity }
  }

  /// `是`, `有` and the standard's own.
  private static let trueValues = ["是", "有", "true", "True", "TRUE", "1"]
  private static let falseValues = ["否", "无", "false", "False", "FALSE", "0"]

  /// Older schemas write `fmt:%Y-%m-%d`.
  private static func format(_ text: String, _ type: FieldType) -> String {
    [.date, .time, .datetime].contains(type) && text.hasPrefix("fmt:") ? String(text.dropFirst(4)) : text
  }

  private static func itemType(_ map: DefinitionMapping) -> FieldType {
    let type = map.choice("itemType", default: FieldType.string)
    if ListText.itemTypes.contains(type) { return type }
    map["itemType"]?.report(
      .unknownValue(key: "itemType", value: type.rawValue, allowed: ListText.itemTypes.map(\.rawValue)))
    return .string
  }

  private static func file(_ map: DefinitionMapping) -> File? {
    let most = map.integer("gongshi:maxMegabytes")
    guard let node = map["gongshi:file"] else { return nil }
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
    if name.isEmpty { map["name"]?.report(.other("列名不能为空", english: "a field's name must not be empty")) }
    if column.isEmpty || column.contains("\0") || Self.ownColumns.contains(column.lowercased()) {
      map["gongshi:column"]?.report(
        .other("“\(column)”是程序自用的列名", english: "'\(column)' is a column of the program's own"))
    }
    if !isKnownFormat { map["format"]?.report(.unknownValue(key: "format", value: format, allowed: formats)) }
    for word in trueValues where falseValues.contains(word) {
      (map["falseValues"] ?? map["trueValues"])?.report(
        .other("“\(word)”不能既是 trueValues 又是 falseValues", english: "'\(word)' is both true and false"))
    }
    KeyTypes.check(map, of: type)
    map.checkReadersKeys()
    _ = map["categoriesOrdered"]?.boolean
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
    case .date: ["default", "any", "%Y-%m-%d", "%Y年%m月%d日"]
    case .time: ["default", "any", "%H:%M:%S"]
    case .datetime: ["default", "any", "%Y-%m-%d %H:%M:%S"]
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
    if text.count == 1, let character = text.first, !character.isWholeNumber, !"+-()".contains(character) {
      return character
    }
    map[key]?.report(
      .other(
        "“\(key)”应为一个字符，不能是数字、正负号和括号",
        english: "'\(key)' must be one character, no digit, sign or bracket"))
    return nil
  }
}
