/// A list in one cell: items parted by the field's delimiter, each of the field's item type.
struct ListText {
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
    return items(of: bytes).allSatisfy {
      if case .wrong = item.read(UnsafeBufferPointer(rebasing: $0)) { false } else { true }
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
