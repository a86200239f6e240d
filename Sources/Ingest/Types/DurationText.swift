/// Durations as ISO 8601 and XML Schema write them: `P1Y6M`, `P3W`, `PT36H`, `-P2DT3.5S`.
enum DurationText {
  static func fits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = TextCursor(bytes)
    _ = cursor.skip("-")
    guard cursor.skip("P") else { return false }
    guard let days = parts(&cursor, ["Y", "M", "W", "D"]) else { return false }
    if cursor.isAtEnd { return days > 0 }
    guard cursor.skip("T"), let hours = parts(&cursor, ["H", "M", "S"]) else { return false }
    return hours > 0 && cursor.isAtEnd
  }

  /// How many parts there were, in this order; nil for digits without their letter.
  private static func parts(_ cursor: inout TextCursor, _ letters: [String]) -> Int? {
    var count = 0
    var letters = letters[...]
    while let byte = cursor.peek, isDigit(byte) {
      _ = cursor.skip(while: isDigit)
      let hasFraction = cursor.skip(".")
      if hasFraction, cursor.skip(while: isDigit) == 0 { return nil }
      guard let found = letters.firstIndex(where: { cursor.skip($0) }), !hasFraction || letters[found] == "S"
      else {
        return nil
      }
      letters = letters[(found + 1)...]
      count += 1
    }
    return count
  }
}
