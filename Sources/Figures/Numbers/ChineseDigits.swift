/// How whole numbers below ten thousand are said in Chinese: with plain signs, or with the capitals of amounts (大写).
public struct ChineseDigits: Sendable {
  public static let plain = ChineseDigits(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], units: ["千", "百", "十", ""])
  public static let capital = ChineseDigits(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], units: ["仟", "佰", "拾", ""])

  let digits: [String]
  private let units: [String]

  /// 1 to 9999: one 零 for every gap between digits, none at the ends.
  public func words(_ number: Int) -> String {
    var text = ""
    var isGap = false
    for (unit, size) in zip(units, [1000, 100, 10, 1]) {
      let digit = number / size % 10
      if digit == 0 {
        isGap = !text.isEmpty
      } else {
        text += (isGap ? "零" : "") + digits[digit] + unit
        isGap = false
      }
    }
    return text
  }
}
