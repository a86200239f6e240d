import Figures

/// What stands in a text that a person would not see, or would read as something else.
struct TextTraits: OptionSet {
  let rawValue: UInt16

  /// U+FFFD, controls, noncharacters.
  static let broken = TextTraits(rawValue: 1)
  static let privateUse = TextTraits(rawValue: 2)
  /// Two question marks in a row, and Chinese.
  static let questionMarks = TextTraits(rawValue: 4)
  /// Characters without width.
  static let invisible = TextTraits(rawValue: 8)
  /// Any blank but a plain space, or a variant selector: what no code has.
  static let blank = TextTraits(rawValue: 16)
  /// The text had another form of the same characters before it was read.
  static let composed = TextTraits(rawValue: 32)
  /// A radical or compatibility form that passes for another character.
  static let lookalike = TextTraits(rawValue: 64)
  /// `#REF!`
  static let formulaError = TextTraits(rawValue: 128)
  /// `2.02412E+17`
  static let scientific = TextTraits(rawValue: 256)
  /// It may have another form in NFC.
  static let mayCompose = TextTraits(rawValue: 512)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of text: UnsafeBufferPointer<UInt8>) {
    self = []
    var hasChinese = false
    var hasQuestion = false
    var before: UInt32 = 0
    var decoder = UTF8Scalars(text)
    while let scalar = decoder.next() {
      if scalar.value == 0x3F, before == 0x3F { hasQuestion = true }
      before = scalar.value
      if scalar.value == 0x20 || (0x21...0x7E).contains(scalar.value) { continue }
      if (0x3400...0x9FFF).contains(scalar.value) {
        hasChinese = true
      } else {
        insert(scalar)
      }
    }
    if hasChinese, hasQuestion { insert(.questionMarks) }
    if FormulaError(text) != nil { insert(.formulaError) }
    if isScientificNotation(text) { insert(.scientific) }
  }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    switch CharacterKind(scalar) {
    case .visible: break
    case .space, .selector: insert(.blank)
    case .invisible: formUnion([.invisible, .blank])
    case .control, .noncharacter, .replacement: insert(.broken)
    case .privateUse: insert(.privateUse)
    }
    if Lookalike.isOne(scalar) { insert(.lookalike) }
    if Self.mayCompose(scalar) { insert(.mayCompose) }
  }

  /// Marks that join the letter before them, and characters that stand for others: nothing else changes in NFC.
  private static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x370...0x1FFF, 0x2000...0x2001, 0x20D0...0x20FF, 0x2126...0x212B, 0x2329...0x232A,
      0x2ADC, 0x2CEF...0x2DFF, 0x302A...0x302F, 0x3099...0x309A, 0xA66F...0xABFF, 0xF900...0xFB4F,
      0xFE20...0xFE2F, 0x10000...0x1FFFF, 0x2F800...0x2FA1F, 0xE0000...:
      true
    default: false
    }
  }
}

/// The characters of a text that is known to be UTF-8, without a string.
struct UTF8Scalars: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<max(1, min(length, bytes.count - index)) {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
