/// Small numbers in words, as rankings give them: 三, 十, 二十五, 百, 二百.
enum ChineseNumeral {
  /// 1 to 99 and whole hundreds; nil for anything else. 一百五 is not among them: it may be 150 or 105.
  static func read(_ text: String) -> Int? {
    if text.last == "百" { return count(text.dropLast()).map { $0 * 100 } }
    guard let ten = text.firstIndex(of: "十") else { return text.isEmpty ? nil : count(text[...]) }
    let ones = text[text.index(after: ten)...]
    guard let tens = count(text[..<ten]), let rest = ones.isEmpty ? 0 : count(ones) else { return nil }
    return tens * 10 + rest
  }

  /// One digit; none is one, as in 十.
  private static func count(_ text: Substring) -> Int? {
    if text.isEmpty { return 1 }
    return text.count == 1 ? text.first.flatMap { digits[$0] } : nil
  }

  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
}
