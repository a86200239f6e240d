/// The formats of the standard's string fields. They tell what is meant, not whether it exists.
enum StringFormat: String, CaseIterable {
  case `default`, email, uri, uuid, binary

  func fits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .default: true
    case .email: Self.isEmail(bytes)
    case .uri: Self.isURI(bytes)
    case .uuid: Self.isUUID(bytes)
    case .binary: Self.isBase64(bytes)
    }
  }

  /// One `@` with something before it, and a name with a dot after it; no spaces.
  private static func isEmail(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      return false
    }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// A scheme, a colon and something after it; no spaces.
  private static func isURI(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count else {
      return false
    }
    let isScheme = bytes[..<colon].allSatisfy { isDigit($0) || isLetter($0) || "+-.".utf8.contains($0) }
    return isLetter(bytes[0]) && isScheme && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// 8-4-4-4-12 hexadecimal digits.
  private static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 36
      && bytes.enumerated().allSatisfy {
        [8, 13, 18, 23].contains($0) ? $1 == UInt8(ascii: "-") : isHexDigit($1)
      }
  }

  private static func isBase64(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return bytes.count % 4 == 0 && padding <= 2
      && bytes.dropLast(padding).allSatisfy { isDigit($0) || isLetter($0) || "+/".utf8.contains($0) }
  }
}

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") <= 25 }
