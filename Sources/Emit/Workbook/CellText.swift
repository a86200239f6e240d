import Glibc

/// A text that reaches the reader as it is: nothing cut, and `_x0041_` not read as an escaped character.
enum CellText {
  /// The characters that a cell holds.
  static let longest = 32767

  static func checked(_ text: String, _ place: CellPlace, in sheet: String) throws -> String {
    if text.utf8.count > longest, text.utf16.count > longest {
      throw WorkbookError.textTooLong(sheet: sheet, cell: place.name, characters: text.utf16.count)
    }
    // A NUL is refused below.
    var text = text.utf8.contains(0) ? text : PublishedText.of(text)
    let found = text.withUTF8 { bytes -> (hasZero: Bool, mayBeEscape: Bool) in
      guard let start = bytes.baseAddress else { return (false, false) }
      return (memchr(start, 0, bytes.count) != nil, memchr(start, 0x5F, bytes.count) != nil)
    }
    if found.hasZero { throw WorkbookError.forbiddenCharacter(sheet: sheet, cell: place.name) }
    return found.mayBeEscape ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
  }
}
