/// Codes that a spreadsheet took for numbers, of which it keeps fifteen digits.
enum DamagedNumber {
  /// `1.10105E+17`, or eighteen digits that end in 000 and are no number with a right check character.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isScientificNotation(bytes)
      || (isCutShort(bytes) && ResidentIdentity.verdict(on: bytes) != .good
        && UnifiedSocialCreditCode.verdict(on: bytes) != .good)
  }

  /// Eighteen digits whose last three are 0.
  static func isCutShort(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 18 && bytes[15...].allSatisfy { $0 == UInt8(ascii: "0") } && bytes.allSatisfy(isDigit)
  }
}
