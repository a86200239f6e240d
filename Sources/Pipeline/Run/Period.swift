/// The period that a run is about: a year (`2025`) or a month (`2025-06`).
public struct Period: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case year, month

    /// How a period of this kind is written, for messages.
    public var example: String {
      switch self {
      case .year: "2025"
      case .month: "2025-06"
      }
    }
  }

  public let year: Int
  public let month: Int?

  public var kind: Kind { month == nil ? .year : .month }

  /// nil when the text is a period of none of these kinds.
  public init?(_ text: String, kinds: [Kind]) {
    guard let period = kinds.lazy.compactMap({ Period(text, kind: $0) }).first else { return nil }
    self = period
  }

  /// nil when the text is no such period.
  public init?(_ text: String, kind: Kind) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, first.allSatisfy(\.isASCIIDigit), let year = Int(first)
    else { return nil }
    switch (kind, parts.count) {
    case (.year, 1): (self.year, month) = (year, nil)
    case (.month, 2):
      guard parts[1].count == 2, parts[1].allSatisfy(\.isASCIIDigit), let month = Int(parts[1]),
        1...12 ~= month
      else { return nil }
      (self.year, self.month) = (year, month)
    default: return nil
    }
  }

  public var description: String { month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? "\(year)" }
  /// The folder of its registers: those of a month stand in the year's folder.
  public var folder: String { "\(year)" }
  public var before: Int { year - 1 }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
