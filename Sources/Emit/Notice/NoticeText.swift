/// Long texts of a row, cut for the template. Line ends are LF, CRLF or CR; spaces are also full-width ones.
enum NoticeText {
  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex
    return String(start[..<end])
  }

  /// With a space after it, but none after a mark that is as wide as a character: `（结余）`, `：`.
  static func spaced(_ text: String) -> String {
    let text = trimmed(text)
    guard let last = text.last, !last.isPunctuation || last.isASCII else { return text }
    return text + " "
  }

  /// Without the blank lines at the end, which the line end of the last line makes.
  static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd).map(String.init)
    while let last = lines.last, trimmed(last).isEmpty { lines.removeLast() }
    return lines
  }

  static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: isLineEnd).map(trimmed).filter { !$0.isEmpty }
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}
