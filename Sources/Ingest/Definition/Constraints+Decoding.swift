import Definitions

extension Constraints {
  private static let keys = [
    "required", "unique", "pattern", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength",
  ]
  private static let ordered: Set<FieldType> = [
    .number, .integer, .date, .time, .datetime, .year, .yearmonth,
  ]
  private static let measured: Set<FieldType> = [.string, .list, .object, .array]

  /// Reads a field's constraints, and proves that its limits and members are values of its own.
  init(from map: DefinitionMapping, for field: Field) {
    self.init()
    members = map["categories"].flatMap(Self.categories)
    guard let constraints = map["constraints"]?.mapping(Self.keys) else { return }
    required = constraints.boolean("required")
    unique = constraints.boolean("unique")
    pattern = constraints["pattern"].flatMap(Self.pattern)
    if constraints["pattern"] == nil { map["gongshi:form"]?.report(.missingKey("pattern")) }
    members = constraints["enum"]?.texts ?? members
    minimum = constraints.text("minimum")
    maximum = constraints.text("maximum")
    exclusiveMinimum = constraints.text("exclusiveMinimum")
    exclusiveMaximum = constraints.text("exclusiveMaximum")
    minLength = Self.length("minLength", constraints)
    maxLength = Self.length("maxLength", constraints)
    checkTypes(constraints, field)
    checkValues(constraints, field)
  }

  private static func categories(_ node: DefinitionNode) -> [String]? {
    node.list?.compactMap { $0.isMapping ? $0.mapping("value", "label")?.requiredText("value") : $0.text }
  }

  private static func pattern(_ node: DefinitionNode) -> String? {
    guard let pattern = node.text else { return nil }
    do {
      _ = try Pattern(pattern)
      return pattern
    } catch {
      node.report(
        .other(
          "pattern “\(pattern)”第 \(error.offset) 个字符处有误：\(error.message)",
          english: "pattern '\(pattern)' is wrong at character \(error.offset): \(error.message)"))
      return nil
    }
  }

  private static func length(_ key: String, _ map: DefinitionMapping) -> Int? {
    guard let length = map.integer(key) else { return nil }
    if length >= 0 { return length }
    map[key]?.report(.wrongType(key: key, expected: .integer))
    return nil
  }

  private func checkTypes(_ map: DefinitionMapping, _ field: Field) {
    let limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    let groups = [(limits, Self.ordered), (["minLength", "maxLength"], Self.measured)]
    for (keys, types) in groups where !types.contains(field.type) {
      for key in keys {
        map[key]?.report(
          .other(
            "\(field.type.rawValue) 字段不能用 \(key)",
            english: "a field of type \(field.type.rawValue) has no \(key)"))
      }
    }
  }

  private func checkValues(_ map: DefinitionMapping, _ field: Field) {
    let reader = CellReader(field)
    func check(_ text: String, _ node: DefinitionNode?) {
      var text = text
      if case .wrong = text.withUTF8(reader.read) {
        let type = field.type.rawValue
        node?.report(
          .other("“\(text)”不是该字段的值（\(type)）", english: "'\(text)' is no value of the field (\(type))"))
      }
    }
    for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      if Self.ordered.contains(field.type), let text = map.text(key) { check(text, map[key]) }
    }
    for member in map["enum"]?.texts ?? [] { check(member, map["enum"]) }
  }
}
