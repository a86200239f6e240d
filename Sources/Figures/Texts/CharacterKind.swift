/// What a character is to somebody who reads a text.
public enum CharacterKind: Hashable, Sendable {
  /// It is seen.
  case visible
  /// Empty room: spaces of every width, tabs, line ends.
  case space
  /// It takes no room at all, or turns the direction of what follows: U+200B, U+202E, U+2060, the mark U+FEFF.
  case invisible
  /// It chooses a variant of the character before it.
  case selector
  /// A control character other than tabs and line ends.
  case control
  /// No character at all: U+FFFE, U+FFFF and their like, which no XML file may hold.
  case noncharacter
  /// U+FFFD: a program could not read what stood here.
  case replacement
  /// It means something in one font or system only.
  case privateUse

  /// Nothing for the eye: at the edges of a cell it is no part of it.
  public var isBlank: Bool { self == .space || self == .invisible }
  /// What no published file may hold.
  public var isBroken: Bool { self == .control || self == .noncharacter || self == .replacement }

  public init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x2800,
      0x3000:
      self = .space
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0x21...0xAC: self = .visible
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F,
      0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      self = .invisible
    case 0x180B...0x180D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .selector
    case 0xFFFD: self = .replacement
    case 0xFDD0...0xFDEF: self = .noncharacter
    case 0xE000...0xF8FF: self = .privateUse
    case let value where value & 0xFFFE == 0xFFFE: self = .noncharacter
    case 0xF0000...: self = .privateUse
    default: self = .visible
    }
  }
}

extension Unicode.Scalar {
  /// `U+200B`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
