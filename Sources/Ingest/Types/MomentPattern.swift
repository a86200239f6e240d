/// A date's or time's own form in the schema, as strptime writes it: `%Y年%m月%d日`, `%d.%m.%Y %H:%M`.
struct MomentPattern: Sendable {
  private enum Part {
    case literal(String)
    case year, month, day, hour, minute, second

    var isText: Bool {
      if case .literal(let text) = self { !text.utf8.allSatisfy(isDigit) } else { false }
    }
  }
  private var parts: [Part] = []

  /// nil when the pattern lacks a directive that the type needs, or has one that is not the type's, or one twice:
  /// `%Y %m %d` of a date, `%H` and perhaps `%M %S` of a time, both of a datetime; `%%` stands for `%`.
  init?(_ pattern: String, for type: FieldType) {
    guard let (needed, further) = Self.directives[type] else { return nil }
    var directives: Set<Character> = []
    var rest = pattern[...]
    while let letter = rest.popFirst() {
      guard letter == "%" else {
        parts.append(.literal(String(letter)))
        continue
      }
      guard let directive = rest.popFirst(), let part = Self.part(directive) else { return nil }
      parts.append(part)
      if directive == "%" { continue }
      guard (needed + further).contains(directive), directives.insert(directive).inserted else { return nil }
    }
    guard needed.allSatisfy(directives.contains) else { return nil }
  }

  private static let directives: [FieldType: (needed: String, further: String)] = [
    .date: ("Ymd", ""), .time: ("H", "MS"), .datetime: ("YmdH", "MS"),
  ]

  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var cursor = TextCursor(bytes)
    var moment = Moment()
    for (index, part) in parts.enumerated() {
      // Beside other digits two digits are two: `%Y%m%d` reads 20250131, and not 2025131.
      let isBesideDigits = [index - 1, index + 1].contains { parts.indices.contains($0) && !parts[$0].isText }
      let two = isBesideDigits ? 2...2 : 1...2
      switch part {
      case .literal(let text): guard cursor.skip(text) else { return nil }
      case .year: guard cursor.read(into: &moment.year, 4...4) else { return nil }
      case .month: guard cursor.read(into: &moment.month, two) else { return nil }
      case .day: guard cursor.read(into: &moment.day, two) else { return nil }
      case .hour: guard cursor.read(into: &moment.hour, two) else { return nil }
      case .minute: guard cursor.read(into: &moment.minute, two) else { return nil }
      case .second: guard cursor.read(into: &moment.second, two) else { return nil }
      }
    }
    return cursor.isAtEnd ? moment : nil
  }

  private static func part(_ directive: Character) -> Part? {
    switch directive {
    case "Y": .year
    case "m": .month
    case "d": .day
    case "H": .hour
    case "M": .minute
    case "S": .second
    case "%": .literal("%")
    default: nil
    }
  }
}

extension TextCursor {
  fileprivate mutating func read(into number: inout Int, _ count: ClosedRange<Int>) -> Bool {
    guard let digits = digits(count) else { return false }
    number = digits
    return true
  }
}
