import Foundation

/// When something happened, as the office's clocks show it: `2025-07-10T09:31:05+08:00`. Only the ledger knows it;
/// no output does.
enum LocalTime {
  static var now: String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let offset = parts.tm_gmtoff / 60
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    let day = "\(1900 + Int(parts.tm_year))-" + two(Int(parts.tm_mon) + 1) + "-" + two(Int(parts.tm_mday))
    return day + "T" + two(Int(parts.tm_hour)) + ":" + two(Int(parts.tm_min)) + ":" + two(Int(parts.tm_sec))
      + zone
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
