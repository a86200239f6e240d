/// 完成时限: a day, with its year or of the year that is reported on.
///
/// Read: `12月31日`, `2025年12月31日`, `12月底`, `2025-12-31`, `2025/12/31`, `2025.12.31`, `年底`, `2025年底`, each also
/// with 前, 以前 or 之前 after it, which is that day or an earlier one.
public struct DueDay: Hashable, Sendable, CustomStringConvertible {
  /// nil: of the year that is reported on.
  public let year: Int?
  public let month: Int
  public let day: Int

  /// What tells a day's column of units from those of numbers.
  public static let unit = "日期"

  /// nil for a day that no calendar has; 2月29日 exists as long as its year is not known.
  public init?(year: Int?, month: Int, day: Int) {
    guard year.map({ (1900...2999).contains($0) }) ?? true, (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day as a number that columns keep: 20251231, without a year 1231.
  public init?(code: Int64) {
    guard (0...29_991_231).contains(code) else { return nil }
    let (year, rest) = Int(code).quotientAndRemainder(dividingBy: 10_000)
    self.init(year: year == 0 ? nil : year, month: rest / 100, day: rest % 100)
  }

  public var code: Int64 { Int64((year ?? 0) * 10_000 + month * 100 + day) }

  public var description: String { (year.map { "\($0)年" } ?? "") + "\(month)月\(day)日" }

  /// Days from 1 March of year 0 on, in one row: the day after has the number after. A day without its year is one
  /// of `year`, and its 2月29日 the month's last day.
  public func number(in year: Int) -> Int64 {
    let year = self.year ?? year
    let day = min(day, Self.length(of: month, in: year))
    // Years that begin in March have their leap day at the end.
    let (marchYear, marchMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let days = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
    return Int64(days + (marchMonth * 153 + 2) / 5 + day - 1)
  }

  private static func length(of month: Int, in year: Int?) -> Int {
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension DueDay {
  /// nil for what is no day. `isDeadline`: 前 may stand after it.
  static func read(_ text: String, isDeadline: Bool) -> DueDay? {
    let words = isDeadline ? ["以前", "之前", "前"] : []
    let ending = words.first(where: text.hasSuffix) ?? ""
    let day = text.dropLast(ending.count).filter { $0 != " " }
    return written(day) ?? plain(day)
  }

  /// `2025年12月31日`, `12月底`, `年底`.
  private static func written(_ text: String) -> DueDay? {
    if let end = text.wholeMatch(of: #/([0-9]{4})?年底/#) {
      return DueDay(year: end.1.flatMap { Int($0) }, month: 12, day: 31)
    }
    let form = #/(?:([0-9]{4})年)?([0-9]{1,2})月(?:([0-9]{1,2})日|底)/#
    guard let match = text.wholeMatch(of: form), let month = Int(match.2), (1...12).contains(month) else {
      return nil
    }
    let year = match.1.flatMap { Int($0) }
    return DueDay(year: year, month: month, day: match.3.flatMap { Int($0) } ?? length(of: month, in: year))
  }

  /// `2025-12-31`, `2025/12/31`, `2025.12.31`.
  private static func plain(_ text: String) -> DueDay? {
    guard let match = text.wholeMatch(of: #/([0-9]{4})([-\/.])([0-9]{1,2})([-\/.])([0-9]{1,2})/#),
      match.2 == match.4, let year = Int(match.1), let month = Int(match.3), let day = Int(match.5)
    else { return nil }
    return DueDay(year: year, month: month, day: day)
  }
}
