/// Numbers that carry their own proof: `gongshi:identifier` names one of these.
public enum Identifier: String, Hashable, Sendable, CaseIterable {
  /// 统一社会信用代码, GB 32100-2015.
  case unifiedSocialCreditCode = "unified-social-credit-code"
  /// 组织机构代码, GB 11714.
  case organizationCode = "organization-code"
  /// 公民身份号码, GB 11643-1999.
  case residentIdentity = "resident-identity"
  /// 邮政编码: six digits.
  case postalCode = "postal-code"
  /// 手机号: eleven digits that begin with 13 to 19.
  case mobile
  /// CIP 核字号: a year and six digits or, since 2024, capital letters.
  case cip

  public enum Verdict: Hashable, Sendable {
    case good
    /// Not of this kind: length, letters or date.
    case malformed
    /// A spreadsheet took it for a number and its tail is lost.
    case damaged
    /// The check character is not the one that the others ask for.
    case wrongCheck(expected: UInt8)
  }

  public func verdict(on text: String) -> Verdict {
    var text = text
    return text.withUTF8 { verdict(on: $0) }
  }

  func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    if isScientificNotation(bytes) { return .damaged }
    switch self {
    case .unifiedSocialCreditCode: return orDamaged(UnifiedSocialCreditCode.verdict(on: bytes), bytes)
    case .organizationCode: return OrganizationCode.verdict(on: bytes)
    case .residentIdentity: return orDamaged(ResidentIdentity.verdict(on: bytes), bytes)
    case .postalCode: return bytes.count == 6 && bytes.allSatisfy(isDigit) ? .good : .malformed
    case .mobile: return Self.isMobile(bytes) ? .good : .malformed
    case .cip: return Self.isCIP(bytes) ? .good : .malformed
    }
  }

  /// Eighteen digits ending in 000 that are not as they must be have lost their tail.
  private func orDamaged(_ verdict: Verdict, _ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    verdict != .good && DamagedNumber.isCutShort(bytes) ? .damaged : verdict
  }

  private static func isMobile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 11 && bytes.allSatisfy(isDigit) && bytes[0] == UInt8(ascii: "1")
      && bytes[1] >= UInt8(ascii: "3")
  }

  private static func isCIP(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[..<4].allSatisfy(isDigit) else { return false }
    let isYear =
      bytes[0] == UInt8(ascii: "2") || (bytes[0] == UInt8(ascii: "1") && bytes[1] == UInt8(ascii: "9"))
    return isYear && bytes[4...].allSatisfy { isDigit($0) || isCapital($0) }
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") <= 25 }

/// `1.10105E+17`, as a spreadsheet shows a long number that it has cut to fifteen digits.
func isScientificNotation(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0,
    mark + 2 < bytes.count,
    bytes[mark + 1] == UInt8(ascii: "+")
  else { return false }
  let mantissa = bytes[..<mark]
  return bytes[(mark + 2)...].allSatisfy(isDigit) && isDigit(mantissa[0])
    && mantissa.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
}
