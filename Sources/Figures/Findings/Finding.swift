/// Wrong data. A value: checks return it, reports print it, nobody throws it.
public struct Finding: Hashable, Sendable {
  public var code: FindingCode
  public var severity: Severity
  public var location: SourceLocation
  public var facts: Facts

  public init(
    _ code: FindingCode, severity: Severity = .error, at location: SourceLocation, facts: Facts = Facts()
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.facts = facts
  }
}

public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// Stops the run before emit.
  case error
  /// Is published with.
  case warning
}

/// What a finding states, without prose; `Wording` turns it into a sentence.
public struct Facts: Hashable, Sendable {
  /// The value as it stands in the file; nil when there is none.
  public var found: String?
  public var expected: String?
  public var difference: String?
  /// Further named facts that the wording of the code uses, e.g. "row" of the earlier occurrence.
  public var arguments: [String: String]
  /// The row's cells in columns that the schema does not know (经办人, 备注 …), so that the row is recognised:
  /// `经办人=张三；备注=补录`.
  public var beside: String?
  /// 疑点: the cells that may be what is wrong, likeliest first, at most three.
  public var suspects: [Suspect]
  /// A pipeline's own sentences (rules and balances of `checks.yaml`); nil for the findings of the program.
  public var message: String?
  public var remedy: String?
  /// The same in English, where the program made the sentence.
  public var englishMessage: String?
  public var englishRemedy: String?

  public init(
    found: String? = nil, expected: String? = nil, difference: String? = nil,
    arguments: [String: String] = [:], beside: String? = nil, suspects: [Suspect] = [],
    message: String? = nil, remedy: String? = nil, englishMessage: String? = nil,
    englishRemedy: String? = nil
  ) {
    self.found = found
    self.expected = expected
    self.difference = difference
    self.arguments = arguments
    self.beside = beside
    self.suspects = suspects
    self.message = message
    self.remedy = remedy
    self.englishMessage = englishMessage
    self.englishRemedy = englishRemedy
  }
}
