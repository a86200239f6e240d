import Figures

/// Numbers as notices print them: rounded half away from zero, trailing zeros dropped, no grouping.
enum NoticeNumber {
  private static let twoDecimals = NumberFormat(decimals: 2, keepsTrailingZeros: false)

  /// A value as the transform prints it; nil for a transform that prints no value.
  static func text(_ value: Fixed, _ transform: NoticeTransform) -> String? {
    switch transform {
    case .wanyuan: twoDecimals.string(value.converted(from: .yuan, to: .tenThousandYuan))
    case .wanyuanpadded: NumberFormat(decimals: 2).string(value.converted(from: .yuan, to: .tenThousandYuan))
    case .yuan: twoDecimals.string(value)
    case .yiyuan: twoDecimals.string(value.converted(from: .yuan, to: .hundredMillionYuan))
    case .exact: exact(value.converted(from: .yuan, to: .tenThousandYuan))
    case .capitals: capitals(value)
    case .count: exact(value)
    case .percent: exact(value) + "%"
    case .percentpadded: NumberFormat(decimals: max(value.decimals, 0)).string(value) + "%"
    case .score: NumberFormat(decimals: 2).string(value)
    default: nil
    }
  }

  /// 增加 13.01 万元.
  static func change(_ change: Change, _ measure: Measure) throws(ArithmeticOverflow) -> String {
    if change.direction == .none { return change.direction.chinese }
    let unit =
      switch measure {
      case .money: " 万元"
      case .count: ""
      case .percent: " 个百分点"
      case .score: " 分"
      }
    return "\(change.direction.chinese) \(try size(change, measure))\(unit)"
  }

  /// The change without word and sign; as many decimals as it takes to see that it is not zero.
  static func size(_ change: Change, _ measure: Measure) throws(ArithmeticOverflow) -> String {
    switch measure {
    case .money:
      let inWanyuan = try Change(
        now: change.now.converted(from: .yuan, to: .tenThousandYuan),
        before: change.before.converted(from: .yuan, to: .tenThousandYuan))
      return try inWanyuan.printedDifference(twoDecimals)
    case .count, .percent, .score: return try change.printedDifference(twoDecimals)
    }
  }

  /// 增长 210.24%, with up to six decimals where two would say 0; nil from nothing.
  static func growth(_ change: Change) throws(ArithmeticOverflow) -> String? {
    guard let share = try change.growth(decimals: 6) else { return nil }
    let rounded = try change.growth(decimals: 2) ?? share
    let size = try (rounded.units == 0 ? share : rounded).absolute()
    return "\(change.direction.chineseForGrowth) \(twoDecimals.showing(size).string(size))%"
  }

  private static func exact(_ value: Fixed) -> String {
    NumberFormat(decimals: max(value.decimals, 0), keepsTrailingZeros: false).string(value)
  }

  /// nil cannot happen to fen; a money figure with more decimals is rounded to them.
  private static func capitals(_ value: Fixed) -> String? {
    let amount = try? Amount(value.rounded(to: 2))
    return amount.map { ChineseCapitals().string($0) }
  }
}
