import Figures

/// A limit or a member of the schema, as a value of its field: what cells are held against.
enum Bound: Hashable {
  case integer(Int64)
  case text([UInt8])
  case moment(Moment)

  /// nil when the text is no value of the field.
  init?(_ text: String, of field: Field) {
    var copy = text
    switch copy.withUTF8(CellReader(field).read) {
    case .integer(let integer): self = .integer(integer)
    case .text(let kept): self = Self.moment(of: kept, field.type) ?? .text(Array(kept.utf8))
    case .asWritten, .target: self = .text(Array(text.utf8))
    case .empty, .wrong: return nil
    }
  }

  /// Times may have fractions and zones, so that their kept texts are not in the order of time; those of dates are.
  private static func moment(of kept: String, _ type: FieldType) -> Bound? {
    guard type == .time || type == .datetime else { return nil }
    var copy = kept
    return copy.withUTF8 { Moment($0, as: type, format: .default) }.map(Bound.moment)
  }

  /// Whether the one comes before the other; both are values of one field.
  static func < (a: Bound, b: Bound) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
    case (.moment(let a), .moment(let b)): a < b
    default: false
    }
  }
}
