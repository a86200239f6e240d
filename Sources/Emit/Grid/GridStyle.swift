/// How a cell looks, by what it is; fonts and sizes belong to the writer.
public struct GridStyle: Hashable, Sendable {
  /// What stands in a cell.
  public enum Role: UInt8, Sendable, CaseIterable {
    case title, subtitle, unitLine, header, numberRow, code, name, label, amount, text, note
  }

  public enum Alignment: String, Sendable, CaseIterable {
    case left, center, right
  }

  /// Colours that say how something stands, light enough to read on and to tell apart in grey print by their text.
  public enum Fill: String, Sendable, CaseIterable {
    case red, yellow, green, grey

    /// As 0xRRGGBB.
    public var rgb: UInt32 {
      switch self {
      case .red: 0xFFC7CE
      case .yellow: 0xFFEB9C
      case .green: 0xC6EFCE
      case .grey: 0xD9D9D9
      }
    }
  }

  public var role: Role
  public var alignment: Alignment
  public var isBold: Bool
  /// In steps of one character.
  public var indent: Int
  public var wraps: Bool
  public var hasBorders: Bool
  /// The colour behind it.
  public var fill: Fill?
  /// Whether it is to be seen that the cell leads somewhere.
  public var isLink = false

  public init(
    _ role: Role, _ alignment: Alignment = .left, isBold: Bool = false, indent: Int = 0, wraps: Bool = false,
    hasBorders: Bool = true
  ) {
    self.role = role
    self.alignment = alignment
    self.isBold = isBold
    self.indent = indent
    self.wraps = wraps
    self.hasBorders = hasBorders
  }
}
