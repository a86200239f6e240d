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
    var numbers: Set<Int64> = []
    var moments: [Moment] = []
    var texts: [String] = []
    for bound in members.compactMap({ Bound($0, of: self) }) {
      switch bound {
      case .integer(let number): numbers.insert(number)
      case .moment(let moment): moments.append(moment)
      case .text(let text): texts.append(String(decoding: text, as: UTF8.self))
      }
    }
    if type.isInteger { return NumberMemberRule(members: numbers, words: words) }
    if !moments.isEmpty { return MomentMemberRule(members: moments, type: type, words: words) }
    return MemberRule(members: TextSet(texts), list: texts, words: words)
  }

  private func limitRules() -> [any CellRule] {
    let limits = [
      (constraints.minimum, true, false, "≥"), (constraints.exclusiveMinimum, true, true, ">"),
      (constraints.maximum, false, false, "≤"), (constraints.exclusiveMaximum, false, true, "<"),
    ]
    return limits.compactMap { text, isMinimum, isExclusive, sign in
      guard let text, let bound = Bound(text, of: self) else { return nil }
      return LimitRule(
        bound: bound, isMinimum: isMinimum, isExclusive: isExclusive, type: type, words: sign + " " + text)
    }
  }
}
