/// 组织机构代码, GB 11714: eight digits or capital letters and a check character, a hyphen before it or none.
enum OrganizationCode {
  private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Identifier.Verdict {
    let hasHyphen = bytes.count == 10 && bytes[8] == UInt8(ascii: "-")
    guard hasHyphen || bytes.count == 9, bytes[..<8].allSatisfy({ isDigit($0) || isCapital($0) }),
      let given = bytes.last, isDigit(given) || given == UInt8(ascii: "X")
    else { return .malformed }
    let check = check(of: bytes)
    return check == given ? .good : .wrongCheck(expected: check)
  }

  /// Letters count from A = 10; 11 less the sum modulo 11, where 10 is written X and 11 is written 0.
  private static func check(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var sum = 0
    for (byte, weight) in zip(bytes, weights) {
      let value = isDigit(byte) ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "A") + 10
      sum += Int(value) * weight
    }
    switch 11 - sum % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return UInt8(ascii: "0") + UInt8(digit)
    }
  }
}
