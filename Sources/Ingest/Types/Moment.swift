/// A date, a time of day or both, on its way to the one form in which it is kept: `2025-01-31`, `08:30:00`,
/// `2025-01-31T08:30:00.5+08:00`.
struct Moment: Hashable {
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0
  var nanosecond = 0
  /// Minutes east of Greenwich; nil when none are written.
  var zone: Int?

  /// nil when the type's day or time does not exist. A day's time may only be midnight.
  func text(as type: FieldType) -> String? {
    let hasDate = CalendarDate.isValid(year: year, month: month, day: day)
    let hasTime = hour < 24 && minute < 60 && second < 60
    switch type {
    case .date: return hasDate && isMidnight ? date : nil
    case .time: return hasTime ? time + fraction + zoneText : nil
    case .datetime: return hasDate && hasTime ? date + "T" + time + fraction + zoneText : nil
    default: return nil
    }
  }

  private var isMidnight: Bool { (hour, minute, second, nanosecond) == (0, 0, 0, 0) }
  private var date: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
  private var time: String { padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2) }

  /// Without the zeros at its end.
  private var fraction: String {
    guard nanosecond > 0 else { return "" }
    var digits = padded(nanosecond, 9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  private var zoneText: String {
    guard let zone else { return "" }
    if zone == 0 { return "Z" }
    return (zone < 0 ? "-" : "+") + padded(abs(zone) / 60, 2) + ":" + padded(abs(zone) % 60, 2)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: Order

  /// In time. A moment without a zone is taken to be in the other's.
  static func < (a: Moment, b: Moment) -> Bool { a.difference(to: b) < (0, 0) }

  /// Whether both are the same point in time.
  func isSame(as other: Moment) -> Bool { difference(to: other) == (0, 0) }

  private func difference(to other: Moment) -> (seconds: Int, nanoseconds: Int) {
    let zones = zone.flatMap { own in other.zone.map { own - $0 } } ?? 0
    let seconds = secondsOfClock - other.secondsOfClock - zones * 60
    return (seconds, nanosecond - other.nanosecond)
  }

  private var secondsOfClock: Int {
    let days = month == 0 ? 0 : CalendarDate.serial(year: year, month: month, day: day)
    return ((days * 24 + hour) * 60 + minute) * 60 + second
  }
}
