/// The characters that, while a page is made, part what values printed from what the template says.
///
/// They are noncharacters of Unicode (U+FDD0 …), which no text may hold; where a user's text holds one anyway it
/// becomes U+FFFD, so that no value can pose as a figure or as a part of the template. None is left in a page.
enum PageMark {
  static let value = reserved(0)
  static let end = reserved(1)
  static let figure = reserved(2)
  static let figureText = reserved(3)
  private static let sheetsMark = reserved(4)

  /// Stands where the tables are to stand.
  static let sheets = String(Character(sheetsMark))

  static func isSheets(_ scalar: Unicode.Scalar) -> Bool { scalar == sheetsMark }

  static func value(_ text: String) -> String { "\(value)\(cleared(text))\(end)" }

  /// `index`: of the figure among those of the page.
  static func figure(_ text: String, index: Int) -> String { "\(figure)\(index)\(figureText)\(text)\(end)" }

  static func isReserved(_ scalar: Unicode.Scalar) -> Bool { (0xFDD0...0xFDEF).contains(scalar.value) }

  private static func reserved(_ number: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0xFDD0 + number) ?? "\u{FFFD}"
  }

  private static func cleared(_ text: String) -> String {
    // U+FDD0 … U+FDEF are EF B7 90 … AF in UTF-8.
    guard text.utf8.contains(0xEF), text.unicodeScalars.contains(where: isReserved) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isReserved($0) ? "\u{FFFD}" : $0 }))
  }
}
