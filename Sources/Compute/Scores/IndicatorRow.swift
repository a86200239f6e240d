import Figures

/// One row of the model with the indicators to be scored: an indicator under a profile.
struct IndicatorRow {
  /// The columns that the model must have.
  static let columns = [
    "subject", "profile", "indicator", "own", "group_name", "target_op", "target_value", "target_unit",
    "actual_value", "actual_unit", "level", "entered", "weight", "elapsed", "whole",
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

  /// nil for a quality.
  var comparison: Target.Comparison? { row.text("target_op").flatMap(Target.Comparison.init(rawValue:)) }
  var target: Quantity? { quantity("target") }

  /// A number without a unit is in the target's, where that is a word for what is counted; a percentage, money and
  /// time have to say theirs: 0.95 may mean 95 %, and 172 may be 元.
  var actual: Quantity? {
    guard var actual = quantity("actual"), let target else { return nil }
    let measured = ["%", "‰"].contains(target.unit) || target.hasBaseUnit
    if actual.unit.isEmpty, !measured { actual.unit = target.unit }
    // 第 7 名 and 7 位 are the same place.
    if target.unit == "位", actual.unit == "名" { actual.unit = "位" }
    return actual
  }

  /// As a column keeps it: fen for money, else ten-thousandths.
  private func quantity(_ column: String) -> Quantity? {
    guard let units = row.integer(column + "_value") else { return nil }
    let unit = row.text(column + "_unit") ?? ""
    let decimals = MoneyUnit(rawValue: unit)?.decimalsOfFen ?? 4
    return Quantity(Fixed(units: units, decimals: decimals), unit: unit)
  }

  /// 预计全年: the run rate, actual × whole ÷ elapsed, in the target's unit where it is money, with the
  /// target's decimals, or up to two of the actual's; nil where the
  /// indicator does not accumulate.
  func forecast(_ actual: Quantity) throws(ArithmeticOverflow) -> String? {
    guard let elapsed = row.integer("elapsed"), let whole = row.integer("whole"), elapsed > 0 else {
      return nil
    }
    let actual = inTargetUnit(actual)
    let decimals = max(min(actual.value.reduced().decimals, 2), target?.value.reduced().decimals ?? 0)
    let value = try actual.value.proportion(
      Fixed(units: whole, decimals: 0), of: Fixed(units: elapsed, decimals: 0), decimals: decimals)
    return value.map { text(Quantity($0, unit: actual.unit)) }
  }

  /// As tables print it: money in the target's unit, a place as `第7位`.
  func text(_ quantity: Quantity) -> String {
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
  /// Whether it is money or time.
  fileprivate var hasBaseUnit: Bool {
    isCompatible(with: Quantity(value, unit: "元")) || isCompatible(with: Quantity(value, unit: "小时"))
  }
}
