import Figures

/// One row of the model with the indicators to be scored: an indicator under a profile.
struct IndicatorRow {
  /// The columns that the model must have.
  static let columns = [
    "subject", "profile", "indicator", "own", "group_name", "target_op", "target_value", "target_unit",
    "target_high", "actual_value", "actual_unit", "level", "entered", "weight", "elapsed", "whole", "year",
  ]

  let row: ResultRow

  var subject: String { row.text("subject") ?? "" }
  var profile: String { row.text("profile") ?? "" }
  var indicator: String { row.text("indicator") ?? "" }
  /// Whether the profile is the subject's own, whose weights entered scores are points of.
  var isOwn: Bool { row.integer("own") == 1 }
  var group: String { row.text("group_name") ?? "" }
  var weight: Fixed? { row.hundredths("weight") }
  var level: String? { row.text("level") }
  var entered: Fixed? { row.hundredths("entered") }

  /// What the actual is held against: one number, or both ends of a range; empty for a quality.
  var comparisons: [(Target.Comparison, Quantity)] {
    guard let sign = row.text("target_op"), let first = quantity("target_value", in: "target_unit") else {
      return []
    }
    if let last = quantity("target_high", in: "target_unit") { return [(.atLeast, first), (.atMost, last)] }
    return Target.Comparison(rawValue: sign).map { [($0, first)] } ?? []
  }

  private var target: Quantity? { comparisons.first?.1 }

  /// Whether the target is a day (时限).
  var isDue: Bool { target?.unit == DueDay.unit }

  /// A number without a unit is in the target's, where that is a word for what is counted. What may be meant in two
  /// ways has to say its unit: 0.95 may be 95 %, 172 may be 元, and 6250 may be that many or 万.
  var actual: Quantity? {
    guard var actual = quantity("actual_value", in: "actual_unit"), let target else { return nil }
    if actual.unit.isEmpty, !target.mustBeNamed { actual.unit = target.unit }
    // 第 7 名 and 7 位 are the same place.
    if target.unit == "位", actual.unit == "名" { actual.unit = "位" }
    return actual
  }

  private func quantity(_ column: String, in unit: String) -> Quantity? {
    row.integer(column).map { Quantity(stored: $0, unit: row.text(unit) ?? "") }
  }

  /// To be compared with others of its kind: in its base unit; a day as its number, in the year that is scored where it
  /// has none.
  func comparable(_ quantity: Quantity) throws(ArithmeticOverflow) -> Fixed {
    guard quantity.unit == DueDay.unit, let day = DueDay(code: quantity.value.units) else {
      return try quantity.inBaseUnit().value
    }
    return Fixed(units: day.number(in: row.integer("year").map { Int($0) } ?? 0), decimals: 0)
  }

  /// 预计全年: the run rate, actual × whole ÷ elapsed, in the target's unit where it is money, with the
  /// target's decimals, or up to two of the actual's; nil where the
  /// indicator does not accumulate.
  func forecast(_ actual: Quantity) throws(ArithmeticOverflow) -> String? {
    guard !isDue, let elapsed = row.integer("elapsed"), let whole = row.integer("whole"), elapsed > 0 else {
      return nil
    }
    let actual = inTargetUnit(actual)
    let decimals = max(min(actual.value.reduced().decimals, 2), target?.value.reduced().decimals ?? 0)
    let value = try actual.value.proportion(
      Fixed(units: whole, decimals: 0), of: Fixed(units: elapsed, decimals: 0), decimals: decimals)
    return value.map { text(Quantity($0, unit: actual.unit)) }
  }

  /// As tables print it: money in the target's unit, a place as `第7位`, a day as `12月20日`.
  func text(_ quantity: Quantity) -> String {
    if quantity.unit == DueDay.unit, let day = DueDay(code: quantity.value.units) { return day.description }
    let shown = inTargetUnit(quantity)
    let format = NumberFormat(decimals: max(shown.value.decimals, 0), keepsTrailingZeros: false)
    return (shown.unit == "位" ? "第" : "") + format.string(shown.value) + shown.unit
  }

  private func inTargetUnit(_ quantity: Quantity) -> Quantity {
    guard let target, let own = MoneyUnit(rawValue: quantity.unit),
      let unit = MoneyUnit(rawValue: target.unit)
    else { return quantity }
    return Quantity(quantity.value.converted(from: own, to: unit), unit: target.unit)
  }
}

extension Quantity {
  /// Whether a bare number may mean it in two ways: shares, money, time, days, and multiples (万件).
  fileprivate var mustBeNamed: Bool {
    ["%", "‰", DueDay.unit].contains(unit) || ["万", "亿"].contains { unit.hasPrefix($0) }
      || isCompatible(with: Quantity(value, unit: "元")) || isCompatible(with: Quantity(value, unit: "小时"))
  }
}
