/// A text without the signs and words that say how its number is compared: `≥95%`, `不低于95%` and `95%以上` are 95 %
/// and at least. That it is reached (完成) says nothing further.
struct TargetWords {
  typealias Meaning = (words: [String], comparison: Target.Comparison)

  /// A number, a range, a day, a place; or anything else.
  private(set) var rest: String
  /// More than one only where words contradict each other: `≤500件以上`.
  private(set) var comparisons: Set<Target.Comparison> = []
  /// What is meant where nothing else says it.
  private(set) var fallback: Target.Comparison = .equal
  private(set) var hasSign = false

  /// - Parameter text: in plain characters, without spaces at its ends.
  init(_ text: String) {
    rest = text
    if let word = Self.done.first(where: rest.hasSuffix) { removeLast(word) }
    for (words, comparison) in Self.leading { if takeFirst(words) { fallback = comparison } }
    for (words, comparison) in Self.signs where takeFirst(words) {
      comparisons.insert(comparison)
      hasSign = true
      break
    }
    for (words, comparison) in Self.before where takeFirst(words) {
      comparisons.insert(comparison)
      break
    }
    for (words, comparison) in Self.after {
      guard let word = words.first(where: rest.hasSuffix) else { continue }
      removeLast(word)
      comparisons.insert(comparison)
    }
  }

  private mutating func takeFirst(_ words: [String]) -> Bool {
    guard let word = words.first(where: rest.hasPrefix) else { return false }
    rest = String(rest.dropFirst(word.count).drop { $0 == " " })
    return true
  }

  private mutating func removeLast(_ word: String) {
    rest.removeLast(word.count)
    while rest.last == " " { rest.removeLast() }
  }

  private static let done = ["完成", "达标", "覆盖", "合格", "到位", "落实", "之间"]
  private static let leading: [Meaning] = [
    (["达到", "达"], .atLeast), (["控制在"], .atMost), (["已完成", "完成"], .equal),
  ]
  private static let signs: [Meaning] = [
    (["≥", "≧", "⩾", ">="], .atLeast), (["≤", "≦", "⩽", "<="], .atMost), ([">"], .moreThan),
    (["<"], .lessThan),
    (["="], .equal),
  ]
  private static let before: [Meaning] = [
    (["不低于", "不少于", "不小于", "至少"], .atLeast),
    (["不超过", "不高于", "不多于", "不大于", "不迟于", "不晚于", "至多", "最多"], .atMost),
    (["超过", "高于", "多于", "大于"], .moreThan), (["低于", "少于", "小于"], .lessThan),
  ]
  private static let after: [Meaning] = [
    (["(含)以上", "及以上", "以上"], .atLeast), (["(含)以下", "(含)以内", "及以下", "以下", "以内", "之内", "内"], .atMost),
  ]
}
