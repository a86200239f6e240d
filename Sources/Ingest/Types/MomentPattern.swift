/// A date's or time's own form in the schema, as strptime writes it: `%Y年%m月%d日`, `%d.%m.%Y %H:%M`.
struct MomentPattern: Sendable {
  private enum Part {
    case literal(String)
    case year, month, day, hour, minute, second
  }
  private var parts: [Part] = []

  /// nil when the pattern has a directive besides `%Y %m %d %H %M %S %%`, or lacks one that the type needs.
  init?(_ pattern: String, for type: FieldType) {
    var directives = ""
    var rest = pattern[...]
    while let letter = rest.popFirst() {
      guard letter == "%" else {
        parts.append(.literal(String(letter)))
        continue
      }
      guard let directive = rest.popFirst(), let part = Self.part(directive) else { return nil }
      parts.append(part)
      directives.append(directive)
    }
    let needed = type == .date ? "Ymd" : type == .time ? "H" : "YmdH"
    guard needed.allSatisfy(directives.contains) else { return nil }
  }

  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var cursor = TextCursor(bytes)
    var moment = Moment()
    for part in parts {
      switch part {
      case .literal(let text): guard cursor.skip(text) else { return nil }
      case .year: guard cursor.read(into: &moment.year, 4...4) else { return nil }
      case .month: guard cursor.read(into: &moment.month, 1...2) else { return nil }
      case .day: guard cursor.read(into: &moment.day, 1...2) else { return nil }
      case .hour: guard cursor.read(into: &moment.hour, 1...2) else { return nil }
      case .minute: guard cursor.read(into: &moment.minute, 1...2) else { return nil }
      case .second: guard cursor.read(into: &moment.second, 1...2) else { return nil }
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
