/// CSV for Excel, WPS and LibreOffice: UTF-8 with a mark, without which Excel guesses the encoding; CRLF.
enum SpreadsheetCSV {
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func bytes(_ lines: some Sequence<[String]>) -> [UInt8] {
    lines.reduce(into: mark) { $0 += CSVLine.bytes($1.map(defused), end: .crlf) }
  }

  /// A text that a spreadsheet would calculate gets an apostrophe in front: what begins with `=`, `+`, `-`, `@`, a
  /// tab or a line end, full-width forms too, since Chinese editions take those as well. Numbers stay numbers:
  /// -86.99 is an amount and no formula.
  static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, starts.contains(first), !isNumber(text), text.count > 1
    else {
      return text
    }
    return "'" + text
  }

  private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

  /// A sign, digits with or without thousands parted by commas, decimals, a percent sign.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.last == UInt8(ascii: "%") { rest.removeLast() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let whole = parts.first, let start = whole.first, isDigit(start) else { return false }
    return whole.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ",") }
      && (parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit)))
  }
}
