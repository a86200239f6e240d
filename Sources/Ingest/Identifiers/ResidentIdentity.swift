/// 公民身份号码, GB 11643-1999: six digits of a place, a date of birth, three digits of which the last is odd for
/// men, and a check character.
enum ResidentIdentity {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /// By the weighted sum modulo 11.
  private static let checks = Array("10X98765432".utf8)

  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Identifier.Verdict {
    guard bytes.count == 18, bytes[..<17].allSatisfy(isDigit),
      isDigit(bytes[17]) || bytes[17] == UInt8(ascii: "X"), hasDate(bytes)
    else { return .malformed }
    var sum = 0
    for (byte, weight) in zip(bytes, weights) { sum += Int(byte - UInt8(ascii: "0")) * weight }
    let check = checks[sum % 11]
    return check == bytes[17] ? .good : .wrongCheck(expected: check)
  }

  private static func hasDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    return CalendarDate.isValid(year: number(6..<10), month: number(10..<12), day: number(12..<14))
  }
}
