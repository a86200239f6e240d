import Figures

/// `minimum`, `maximum` and their exclusive forms, on numbers, on dates, whose kept form is in the order of time, and
/// on times, which are compared as points in time.
struct LimitRule: CellRule {
  let bound: Bound
  let isMinimum: Bool
  let isExclusive: Bool
  let type: FieldType
  /// `≥ 0`
  let words: String

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count {
      let value = column.value(row)
      if value.isNothing || holds(value, column) { continue }
      column.report(isMinimum ? .belowMinimum : .aboveMaximum, row) { [words] in $0.expected = words }
    }
  }

  @inline(__always)
  private func holds(_ value: RowBatch.Cell, _ column: CheckedColumn) -> Bool {
    switch bound {
    case .integer(let limit):
      if value.payload == limit { return !isExclusive }
      return (value.payload > limit) == isMinimum
    case .text(let limit):
      let text = column.text(value)
      if text.elementsEqual(limit) { return !isExclusive }
      return limit.lexicographicallyPrecedes(text) == isMinimum
    case .moment(let limit):
      guard let moment = Moment(column.text(value), as: type, format: .default) else { return true }
      if moment.isSame(as: limit) { return !isExclusive }
      return (limit < moment) == isMinimum
    }
  }
}

/// `minLength` and `maxLength`: characters of a text, items of a list, members of JSON.
struct LengthRule: CellRule {
  let least: Int
  let most: Int
  let field: Field

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count where !column.value(row).isNothing {
      let text = column.block.text(row, column.cell)
      // A character has one to four bytes: most texts need no counting.
      if text.count <= most, text.count / 4 >= least, !field.type.hasItems { continue }
      let length = length(of: text)
      if length < least {
        column.report(.tooShort, row) { [least] in
          ($0.expected, $0.arguments["length"]) = (String(least), String(length))
        }
      } else if length > most {
        column.report(.tooLong, row) { [most] in
          ($0.expected, $0.arguments["length"]) = (String(most), String(length))
        }
      }
    }
  }

  private func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    switch field.type {
    case .list: return ListText(field).items(of: text).count
    case .object, .array: return JSONText(text)?.count ?? 0
    default:
      // Characters as Unicode counts them: every byte but those that continue one.
      var count = 0
      for byte in text where byte & 0xC0 != 0x80 { count &+= 1 }
      return count
    }
  }
}

/// `gongshi:maxLengthInBytes`: as the systems count that keep Chinese in GB 18030.
final class ByteLengthRule: CellRule {
  private let most: Int
  private let encoding: TextEncoding
  private let converter: Converter?
  private var buffer: [UInt8] = []

  init(most: Int, in encoding: TextEncoding) {
    (self.most, self.encoding) = (most, encoding)
    converter = encoding == .utf8 ? nil : Converter(from: "UTF-8", to: encoding.rawValue)
  }

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count where !column.value(row).isNothing {
      let text = column.block.text(row, column.cell)
      // No character takes more than twice the bytes that it takes in UTF-8.
      if text.count * (encoding == .utf8 ? 1 : 2) <= most { continue }
      let length = length(of: text)
      if length <= most { continue }
      column.report(.tooManyBytes, row) { [most, encoding] in
        $0.expected = String(most)
        $0.arguments = ["length": String(length), "encoding": encoding.rawValue]
      }
    }
  }

  private func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let converter else { return text.count }
    let room = 2 * text.count + 8
    if buffer.count < room { buffer = Array(repeating: 0, count: room) }
    var (length, read) = (0, 0)
    while read < text.count {
      let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[read...])
      let step = buffer.withUnsafeMutableBytes { converter.convert(rest, into: $0) }
      (length, read) = (length + step.written, read + step.read)
      guard step.stop == .invalid, read < text.count else { break }
      // A character that the encoding lacks is counted as its longest.
      var scalars = UTF8Scalars(UnsafeBufferPointer(rebasing: text[read...]))
      _ = scalars.next()
      (length, read) = (length + 4, read + scalars.index)
    }
    return length
  }
}
