/// What no published file may hold, whatever made it: control characters and noncharacters, with which an XML file –
/// a workbook, a page – is opened by no reader. Registers with such cells are refused before; the writers see to it
/// that models, templates and titles bring none either. It becomes U+FFFD, which people see.
enum PublishedText {
  static func of(_ text: String) -> String {
    var text = text
    if text.withUTF8(isClear) { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { kept.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(kept)
  }

  /// Whether every character may be published. Without a branch a byte: most texts are clear.
  static func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text {
      found |= (byte < 0x20 ? 1 : 0) & (byte &- 0x09 <= 1 || byte == 0x0D ? 0 : 1) | (byte == 0x7F ? 1 : 0)
    }
    if found != 0 { return false }
    guard text.count > 1 else { return true }
    for index in 1..<text.count {
      // C2 80 … C2 9F, and EF BF BE, EF BF BF and their like of other planes: BF BE after E…, or a few that are none.
      let (before, byte) = (text[index - 1], text[index])
      found |=
        (before == 0xC2 ? 1 : 0) & (byte < 0xA0 ? 1 : 0) | (before == 0xBF ? 1 : 0)
        & (byte &- 0xBE <= 1 ? 1 : 0)
      found |= (before == 0xEF ? 1 : 0) & (byte == 0xB7 ? 1 : 0)
    }
    return found == 0 || !String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: isForbidden)
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value != 0x0D && HTMLText.isForbidden(scalar)
  }
}
