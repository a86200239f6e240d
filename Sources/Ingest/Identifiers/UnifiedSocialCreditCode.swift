/// 统一社会信用代码, GB 32100-2015: seventeen characters and a check character.
enum UnifiedSocialCreditCode {
  /// A character's place is its value; I, O, S, V and Z are not used.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// Powers of 3, modulo 31.
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let values = makeValues()

  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Identifier.Verdict {
    guard bytes.count == 18, bytes.allSatisfy({ values[Int($0)] >= 0 }) else { return .malformed }
    var sum = 0
    for (byte, weight) in zip(bytes, weights) { sum += Int(values[Int(byte)]) * weight }
    let check = alphabet[(31 - sum % 31) % 31]
    return check == bytes[17] ? .good : .wrongCheck(expected: check)
  }

  private static func makeValues() -> [Int8] {
    var values = [Int8](repeating: -1, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = Int8(value) }
    return values
  }
}
