import Definitions

extension Constraints {
  private static let keys = [
    "required", "unique", "pattern", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength",
  ]

  /// Reads a field's constraints, and proves that its limits and members are values of its own, and that some value
  /// can be right.
  init(from map: DefinitionMapping, for field: Field) {
    self.init()
    members = map["categories"].flatMap { node in node.labelledTexts.map { node.distinct($0, "categories") } }
    Self.check(members ?? [], of: field, at: map["categories"])
    guard let constraints = map["constraints"]?.mapping(Self.keys) else {
      map["gongshi:form"]?.report(.missingKey("pattern"))
      return
    }
    required = constraints.boolean("required")
    unique = constraints.boolean("unique")
    pattern = constraints["pattern"].flatMap(Self.pattern)
    if constraints["pattern"] == nil { map["gongshi:form"]?.report(.missingKey("pattern")) }
    members = enumeration(constraints) ?? members
    minimum = constraints.text("minimum")
    maximum = constraints.text("maximum")
    exclusiveMinimum = constraints.text("exclusiveMinimum")
    exclusiveMaximum = constraints.text("exclusiveMaximum")
    minLength = constraints.natural("minLength")
    maxLength = constraints.natural("maxLength")
    KeyTypes.check(constraints: constraints, of: field.type)
    check(constraints, field)
  }

  /// An `enum` beside `categories` allows less than these, never more.
  private func enumeration(_ constraints: DefinitionMapping) -> [String]? {
    guard let texts = constraints.distinctTexts("enum") else { return nil }
    if let members {
      for text in texts where !members.contains(text) {
        constraints["enum"]?.report(
          .other("“\(text)”不在 categories 之内", english: "'\(text)' is none of the categories"))
      }
    }
    return texts
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

  private func check(_ map: DefinitionMapping, _ field: Field) {
    for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      if let limit = map[key], let text = limit.text { Self.check([text], of: field, at: limit) }
    }
    Self.check(map["enum"] == nil ? [] : members ?? [], of: field, at: map["enum"])
    for upper in ["maximum", "exclusiveMaximum"] {
      for lower in ["minimum", "exclusiveMinimum"] { checkLimits(lower, upper, map, field) }
    }
    if let minLength, let maxLength, minLength > maxLength {
      report("minLength", "\(minLength)", "maxLength", "\(maxLength)", map)
    }
  }

  private static func check(_ texts: [String], of field: Field, at node: DefinitionNode?) {
    for text in texts where Bound(text, of: field) == nil {
      let type = field.type.rawValue
      node?.report(
        .other("“\(text)”不是该字段的值（\(type)）", english: "'\(text)' is no value of the field (\(type))"))
    }
  }

  private func checkLimits(_ lower: String, _ upper: String, _ map: DefinitionMapping, _ field: Field) {
    guard let least = map[lower]?.text, let most = map[upper]?.text, let low = Bound(least, of: field),
      let high = Bound(most, of: field)
    else { return }
    let mayMeet = lower == "minimum" && upper == "maximum"
    if high < low || (!mayMeet && !(low < high)) { report(lower, least, upper, most, map) }
  }

  private func report(
    _ lower: String, _ least: String, _ upper: String, _ most: String, _ map: DefinitionMapping
  ) {
    map[upper]?.report(
      .other(
        "\(lower) \(least) 和 \(upper) \(most) 之间没有值",
        english: "there is no value between \(lower) \(least) and \(upper) \(most)"))
  }
}

extension DefinitionMapping {
  /// A whole number from 0 on.
  func natural(_ key: String, from least: Int = 0) -> Int? {
    guard let number = integer(key) else { return nil }
    if number >= least { return number }
    self[key]?.report(
      .other("“\(key)”应为不小于 \(least) 的整数", english: "'\(key)' must be a whole number from \(least) on"))
    return nil
  }
}
