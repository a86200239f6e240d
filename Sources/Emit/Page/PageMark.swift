/// The characters that, while a page is made, part what values printed from what the template says.
///
/// They are noncharacters of Unicode (U+FDD0 …), which no text may hold; where a user's text holds one anyway it
/// becomes U+FFFD, so that no value can pose as a figure or as a part of the template. None is left in a page.
enum PageMark: UInt8 {
  /// A value's text begins.
  case value = 0x90
  /// A value's or a figure's text ends.
  case end
  /// A figure begins, with its index among those of the page.
  case figure
  /// The index ends and the figure's text begins.
  case figureText
  /// The tables stand here.
  case sheets

  static func value(_ text: String) -> String { value.string + cleared(text) + end.string }

  static func figure(_ text: String, index: Int) -> String {
    figure.string + String(index) + figureText.string + text + end.string
  }

  /// U+FDD0 … U+FDEF are EF B7 90 … EF B7 AF in UTF-8.
  var string: String { String(decoding: [0xEF, 0xB7, rawValue], as: UTF8.self) }

  /// The mark that begins with this byte, if one does.
  static func mark(at index: Int, in bytes: [UInt8]) -> PageMark? {
    guard index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xB7 else { return nil }
    return PageMark(rawValue: bytes[index + 2])
  }

  static func isReserved(_ scalar: Unicode.Scalar) -> Bool { (0xFDD0...0xFDEF).contains(scalar.value) }

  private static func cleared(_ text: String) -> String {
    guard text.utf8.contains(0xB7), text.unicodeScalars.contains(where: isReserved) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isReserved($0) ? "\u{FFFD}" : $0 }))
  }
}
