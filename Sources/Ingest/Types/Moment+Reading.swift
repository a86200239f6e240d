extension Moment {
  /// How moments may be written; each form is read in one way only, so the year comes first and has four digits.
  enum Format: String {
    /// The standard's form, `2025-01-31`, `08:30:00`, `2025-01-31T08:30:00.5+08:00`, and those in which spreadsheets
    /// save it: `2025/1/31`, `2025-1-31`, `2025年1月31日`, `8:30`, `2025/1/31 8:30`; of a day also `2025/1/31 0:00`.
    case `default`
    /// Also `2025.1.31` and `20250131`.
    case any
  }

  /// nil when the text is written otherwise; whether the day exists is not asked.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, as type: FieldType, format: Format) {
    var cursor = TextCursor(bytes)
    self.init()
    if type != .time {
      guard readDate(&cursor, format) else { return nil }
      if cursor.isAtEnd { if type == .date { return } else { return nil } }
      guard cursor.skip("T") || cursor.skip(while: { $0 == UInt8(ascii: " ") }) > 0 else { return nil }
    }
    guard readTime(&cursor), cursor.isAtEnd else { return nil }
  }

  private mutating func readDate(_ cursor: inout TextCursor, _ format: Format) -> Bool {
    guard let year = cursor.digits(4...4) else { return false }
    self.year = year
    if format == .any, let rest = cursor.digits(4...4) {
      (month, day) = (rest / 100, rest % 100)
      return true
    }
    for (first, second, last) in [("-", "-", ""), ("/", "/", ""), ("年", "月", "日"), (".", ".", "")]
    where (first != "." || format == .any) && cursor.skip(first) {
      guard let month = cursor.digits(1...2), cursor.skip(second), let day = cursor.digits(1...2) else {
        return false
      }
      (self.month, self.day) = (month, day)
      return cursor.skip(last)
    }
    return false
  }

  private mutating func readTime(_ cursor: inout TextCursor) -> Bool {
    guard let hour = cursor.digits(1...2), cursor.skip(":"), let minute = cursor.digits(2...2) else {
      return false
    }
    (self.hour, self.minute) = (hour, minute)
    if cursor.skip(":") {
      guard let second = cursor.digits(2...2) else { return false }
      self.second = second
      if cursor.skip("."), !readFraction(&cursor) { return false }
    }
    return readZone(&cursor)
  }

  /// One to nine digits.
  private mutating func readFraction(_ cursor: inout TextCursor) -> Bool {
    let start = cursor.index
    guard let digits = cursor.digits(1...9) else { return false }
    nanosecond = (cursor.index - start..<9).reduce(digits) { number, _ in number * 10 }
    return true
  }

  /// `Z` or `+08:00`, or none.
  private mutating func readZone(_ cursor: inout TextCursor) -> Bool {
    if cursor.skip("Z") {
      zone = 0
      return true
    }
    for (sign, factor) in [("+", 1), ("-", -1)] where cursor.skip(sign) {
      guard let hours = cursor.digits(2...2), hours < 24, cursor.skip(":"),
        let minutes = cursor.digits(2...2), minutes < 60
      else { return false }
      zone = factor * (hours * 60 + minutes)
    }
    return true
  }
}

extension TextCursor {
  /// The next bytes, as text.
  func text(_ count: Int) -> String { String(decoding: rest.prefix(count), as: UTF8.self) }
}
