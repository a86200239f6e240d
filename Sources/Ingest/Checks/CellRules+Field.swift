import Figures

extension Field {
  /// The constraints of the field, ready to run. Its limits and members were proved when the schema was read.
  func makeRules() -> [any CellRule] {
    var rules: [any CellRule] = []
    if let source = constraints.pattern, let pattern = try? Pattern(source) {
      rules.append(PatternRule(pattern: pattern, source: source, form: form ?? source))
    }
    if let members = constraints.members { rules.append(memberRule(members)) }
    rules += limitRules()
    if constraints.minLength != nil || constraints.maxLength != nil {
      rules.append(
        LengthRule(least: constraints.minLength ?? 0, most: constraints.maxLength ?? .max, field: self))
    }
    if let maxLengthInBytes { rules.append(ByteLengthRule(most: maxLengthInBytes, in: bytesEncoding)) }
    if let identifier { rules.append(IdentifierRule(identifier: identifier, severity: identifierSeverity)) }
    return rules
  }

  private func memberRule(_ members: [String]) -> any CellRule {
    let words = members.prefix(12).joined(separator: "、") + (members.count > 12 ? "……" : "")
    let values = members.compactMap(value)
    if type.isInteger {
      let numbers = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
      return NumberMemberRule(members: Set(numbers), words: words)
    }
    let texts = values.map {
      if case .text(let text) = $0 { String(decoding: text, as: UTF8.self) } else { "" }
    }
    return MemberRule(members: TextSet(texts), list: texts, words: words)
  }

  private func limitRules() -> [any CellRule] {
    let limits = [
      (constraints.minimum, true, false, "≥"), (constraints.exclusiveMinimum, true, true, ">"),
      (constraints.maximum, false, false, "≤"), (constraints.exclusiveMaximum, false, true, "<"),
    ]
    return limits.compactMap { text, isMinimum, isExclusive, sign in
      guard let text, let bound = value(text) else { return nil }
      return LimitRule(bound: bound, isMinimum: isMinimum, isExclusive: isExclusive, words: sign + " " + text)
    }
  }

  /// A text of the schema as a value of the field.
  private func value(_ text: String) -> LimitRule.Bound? {
    var copy = text
    switch copy.withUTF8(CellReader(self).read) {
    case .integer(let integer): return .integer(integer)
    case .text(let text): return .text(Array(text.utf8))
    case .asWritten, .target: return .text(Array(text.utf8))
    case .empty, .wrong: return nil
    }
  }
}
