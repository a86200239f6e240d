/// One tolerated rounding residual of printed figures (尾差): parts that miss their total by no more than the
/// digits that printing dropped.
public struct RoundingResidual: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var label: String
    public var weight: Int64
    public var printed: String

    public init(label: String = "", weight: Int64 = 1, printed: String) {
      (self.label, self.weight, self.printed) = (label, weight, printed)
    }
  }

  /// The balance's id and title.
  public var rule: String
  public var title: String
  /// Which group of the balance: `183，总支出，按功能科目`.
  public var group: String
  /// What the total is called, and as it is printed.
  public var label: String
  public var total: String
  public var parts: [Part]
  /// How a percentage is worked out of its parts; nil for a sum.
  public var formula: String?
  /// The total less the sum of its parts.
  public var residual: Fixed
  /// How much of the rounding of total and parts the residual uses up, and how much there is.
  public var slackUsed: Fixed
  public var slackAllowed: Fixed

  public init(
    rule: String, title: String, group: String, label: String = "", total: String, parts: [Part],
    formula: String? = nil, residual: Fixed, slackUsed: Fixed, slackAllowed: Fixed
  ) {
    (self.rule, self.title, self.group) = (rule, title, group)
    self.formula = formula
    (self.label, self.total, self.parts) = (label, total, parts)
    (self.residual, self.slackUsed, self.slackAllowed) = (residual, slackUsed, slackAllowed)
  }
}
