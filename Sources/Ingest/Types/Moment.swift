/// A date, a time of day or both, on its way to the one form in which it is kept: `2025-01-31`, `08:30:00`,
/// `2025-01-31T08:30:00`, whose order as text is their order in time.
struct Moment {
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0
  /// Digits of a fraction of the second, and `Z` or `+08:00`, as written.
  var tail = ""

  func text(as type: FieldType) -> String? {
    let hasDate = CalendarDate.isValid(year: year, month: month, day: day)
    let hasTime = hour < 24 && minute < 60 && second < 60
    switch type {
    case .date: return hasDate ? date : nil
    case .time: return hasTime ? time + tail : nil
    case .datetime: return hasDate && hasTime ? date + "T" + time + tail : nil
    default: return nil
    }
  }

  private var date: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
  private var time: String { padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2) }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Moment {
  /// `2025-01-31`, `08:30:00`, `2025-01-31T08:30:00Z`: the standard's own forms.
  static func standard(_ bytes: UnsafeBufferPointer<UInt8>, as type: FieldType) -> Moment? {
    var cursor = TextCursor(bytes)
    var moment = Moment()
    if type != .time {
      guard let year = cursor.digits(4...4), cursor.skip("-"), let month = cursor.digits(2...2),
        cursor.skip("-"),
        let day = cursor.digits(2...2)
      else { return nil }
      (moment.year, moment.month, moment.day) = (year, month, day)
    }
    if type == .datetime, !cursor.skip("T") { return nil }
    if type != .date {
      guard let hour = cursor.digits(2...2), cursor.skip(":"), let minute = cursor.digits(2...2),
        cursor.skip(":"),
        let second = cursor.digits(2...2), let tail = Self.tail(&cursor)
      else { return nil }
      (moment.hour, moment.minute, moment.second, moment.tail) = (hour, minute, second, tail)
    }
    return cursor.isAtEnd ? moment : nil
  }

  /// What people and systems write: `2025-1-5`, `2025/1/5`, `2025.1.5`, `2025年1月5日`, `20250105`, and after it
  /// `8:30`, `08:30:00`. The year comes first and has four digits: nothing else can be read in one way only.
  static func any(_ bytes: UnsafeBufferPointer<UInt8>, as type: FieldType) -> Moment? {
    var cursor = TextCursor(bytes)
    var moment = Moment()
    if type != .time, !moment.readDate(&cursor) { return nil }
    if type == .datetime, !cursor.skip(any: "T", " ") { return nil }
    if type != .date, !moment.readTime(&cursor) { return nil }
    return cursor.isAtEnd ? moment : nil
  }

  private mutating func readDate(_ cursor: inout TextCursor) -> Bool {
    guard let year = cursor.digits(4...4) else { return false }
    self.year = year
    if let rest = cursor.digits(4...4) {
      (month, day) = (rest / 100, rest % 100)
      return true
    }
    for (first, second, last) in [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")]
    where cursor.skip(first) {
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
    guard cursor.skip(":") else { return true }
    guard let second = cursor.digits(2...2) else { return false }
    self.second = second
    return true
  }

  private static func tail(_ cursor: inout TextCursor) -> String? {
    var tail = ""
    if cursor.skip(".") {
      let start = cursor
      let count = cursor.skip(while: isDigit)
      guard (1...9).contains(count) else { return nil }
      tail += "." + start.text(count)
    }
    if cursor.skip("Z") { return tail + "Z" }
    for sign in ["+", "-"] where cursor.skip(sign) {
      let start = cursor
      guard let hours = cursor.digits(2...2), hours < 24, cursor.skip(":"),
        let minutes = cursor.digits(2...2),
        minutes < 60
      else { return nil }
      return tail + sign + start.text(5)
    }
    return tail
  }
}

extension TextCursor {
  /// The next bytes, as text.
  func text(_ count: Int) -> String { String(decoding: rest.prefix(count), as: UTF8.self) }
}
