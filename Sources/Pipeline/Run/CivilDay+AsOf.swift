import Emit

/// The date that a run's documents bear (`--as-of`), given by the user or the period's first day; never the clock,
/// so that the same input gives the same bytes.
extension CivilDay {
  /// nil when the text is no date.
  init?(_ text: String?, period: Period) {
    guard let text else {
      self.init(year: period.year, month: period.month ?? 1, day: 1)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard text.utf8.count == 10, parts.count == 3, 1...9999 ~= parts[0], 1...12 ~= parts[1],
      parts[2] >= 1, parts[2] <= Self.days(of: parts[1], parts[0])
    else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
