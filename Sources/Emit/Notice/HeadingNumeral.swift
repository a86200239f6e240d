import Figures

/// Whole numbers as headings count: 一, 十, 十一, 二十, 一百零五.
enum HeadingNumeral {
  /// Below 0 and from 10,000 on in digits: no document has that many sections.
  static func string(_ number: Int64) -> String {
    guard (0...9999).contains(number) else { return String(number) }
    if number == 0 { return "零" }
    let text = ChineseDigits.plain.words(Int(number))
    return text.hasPrefix("一十") ? String(text.dropFirst()) : text
  }
}
