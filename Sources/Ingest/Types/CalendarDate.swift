/// Days of the Gregorian calendar, years 1 to 9999.
enum CalendarDate {
  static func isValid(year: Int, month: Int, day: Int) -> Bool {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    return day <= days(in: month, of: year)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day's number as spreadsheets count: 45527 is 2024-08-23, 0 is 1899-12-30.
  static func serial(year: Int, month: Int, day: Int) -> Int {
    // The year begins in March, so that its leap day is its last (Howard Hinnant, days_from_civil).
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let before = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
    return before + dayOfYear - 693_899
  }

  /// The day that a spreadsheet means by a number of five digits, 1927 to 2173, with or without a time after the
  /// point; nil for other texts.
  static func day(ofSerial text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 5, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      parts.allSatisfy({ !$0.isEmpty }), let serial = Int(parts[0]), serial >= 10_000
    else { return nil }
    var (year, month) = (1900 + serial / 366, 12)
    while serial >= self.serial(year: year + 1, month: 1, day: 1) { year += 1 }
    while serial < self.serial(year: year, month: month, day: 1) { month -= 1 }
    let day = serial - self.serial(year: year, month: month, day: 1) + 1
    return Moment(year: year, month: month, day: day).text(as: .date)
  }

  /// Whether the text is `2025-01-31`, and such a day exists. The one check that every date of a large
  /// register goes through, so it works on bytes.
  static func isISO(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen else { return false }
    guard let century = twoDigits(bytes, 0), let years = twoDigits(bytes, 2), let month = twoDigits(bytes, 5),
      let day = twoDigits(bytes, 8)
    else { return false }
    return isValid(year: century * 100 + years, month: month, day: day)
  }

  @inline(__always)
  private static func twoDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let tens = bytes[index] &- UInt8(ascii: "0")
    let ones = bytes[index + 1] &- UInt8(ascii: "0")
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
  }
}
