import Figures

/// A list in one cell: items parted by the field's delimiter, each of the field's item type.
struct ListText {
  /// What the items of a list may be, as in the standard.
  static let itemTypes: [FieldType] = [.string, .integer, .boolean, .number, .datetime, .date, .time]

  private let delimiter: [UInt8]
  private let item: CellReader?

  init(_ field: Field) {
    delimiter = Array(field.listDelimiter.utf8)
    guard field.itemType != .string else {
      item = nil
      return
    }
    var itemField = field
    itemField.type = field.itemType
    itemField.format = "default"
    item = CellReader(itemField)
  }

  func fits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let item else { return true }
    return items(of: bytes).allSatisfy { part in
      let text = UnsafeBufferPointer(rebasing: part.trimmingPrefix { $0 == UInt8(ascii: " ") })
      if item.field.type == .number { return NumberText.isNumber(String(decoding: text, as: UTF8.self)) }
      switch item.read(text) {
      case .empty, .wrong: return false
      default: return true
      }
    }
  }

  func items(of bytes: UnsafeBufferPointer<UInt8>) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    var items: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var start = 0
    var index = 0
    while index + delimiter.count <= bytes.count {
      if bytes[index..<(index + delimiter.count)].elementsEqual(delimiter) {
        items.append(bytes[start..<index])
        index += delimiter.count
        start = index
      } else {
        index += 1
      }
    }
    return items + [bytes[start...]]
  }
}
