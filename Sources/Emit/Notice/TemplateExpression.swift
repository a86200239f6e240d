/// What stands in a tag: a name, or a name with transforms around it, as `wanyuan(before(income))`.
public struct TemplateExpression: Hashable, Sendable, CustomStringConvertible {
  /// More transforms around a name than anyone needs are refused.
  static let mostTransforms = 8

  /// From the outermost to the innermost: the innermost is done first.
  public var transforms: [String]
  /// Dots part the names of what is inside what; `.` is the value of the section; empty is the list's place, as in
  /// `first()`.
  public var name: String

  public init(transforms: [String] = [], name: String) {
    (self.transforms, self.name) = (transforms, name)
  }

  /// nil when the text is no expression. Spaces around it do not count.
  public init?(_ text: some StringProtocol) {
    var rest = Self.withoutSpaces(text.utf8)
    var transforms: [String] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      guard let transform = Self.word(rest[..<open], allowingDots: false), rest.last == UInt8(ascii: ")"),
        transforms.count < Self.mostTransforms
      else { return nil }
      transforms.append(transform)
      rest = rest[(open + 1)...].dropLast()
    }
    if rest.isEmpty, !transforms.isEmpty {
      self.init(transforms: transforms, name: "")
    } else if let name = Self.word(rest, allowingDots: true) {
      self.init(transforms: transforms, name: name)
    } else {
      return nil
    }
  }

  public var description: String {
    transforms.map { $0 + "(" }.joined() + name + String(repeating: ")", count: transforms.count)
  }

  /// Whether a template could print a value of this name at all.
  static func isName(_ text: String) -> Bool { word(text.utf8[...], allowingDots: false) != nil }

  private static func word(_ bytes: some Sequence<UInt8>, allowingDots: Bool) -> String? {
    let bytes = Array(bytes)
    let isWord =
      !bytes.isEmpty && bytes.allSatisfy { isLetterOrDigit($0) || (allowingDots && $0 == UInt8(ascii: ".")) }
    return isWord ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func withoutSpaces(_ bytes: some Sequence<UInt8>) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let bytes = Array(bytes).drop(while: isSpace)
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? bytes.startIndex
    return bytes[..<end]
  }
}
