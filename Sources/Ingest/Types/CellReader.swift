import Figures

/// What one cell holds, as its column's type.
enum CellValue {
  /// Nothing, although something is written: `—` in an amount.
  case empty
  /// Text, kept as it stands.
  case asWritten
  /// Text, kept in its one form: the date `2025年1月5日` as `2025-01-05`.
  case text(String)
  case integer(Int64)
  case target(TargetCells)
  case wrong(FindingCode)
}

/// Reads the cells of one column. Every type has its slow, complete reading here; large registers' plain
/// amounts and dates are read before it comes to this (`TypeCheck`).
struct CellReader {
  let field: Field
  private let trueValues: Set<String>
  private let falseValues: Set<String>
  private let pattern: MomentPattern?
  private let stringFormat: StringFormat
  /// The column's numbers are written as the program itself reads them.
  let isPlainNumber: Bool

  init(_ field: Field) {
    self.field = field
    trueValues = Set(field.trueValues)
    falseValues = Set(field.falseValues)
    pattern = MomentPattern(field.format, for: field.type)
    stringFormat = StringFormat(rawValue: field.format) ?? .default
    isPlainNumber = field.type == .number && field.notation.decimal == "."
  }

  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    switch field.type {
    case .string: stringFormat.fits(bytes) ? .asWritten : .wrong(.typeError)
    case .any: .asWritten
    case .number, .integer: NumberCell(field).read(bytes)
    case .boolean: readBoolean(bytes)
    case .date, .time, .datetime: readMoment(bytes)
    case .year: bytes.count == 4 && bytes.allSatisfy(isDigit) ? .integer(decimal(bytes)) : .wrong(.typeError)
    case .yearmonth: isYearMonth(bytes) ? .asWritten : .wrong(.typeError)
    case .duration: asWritten(DurationText.fits(bytes))
    case .list: asWritten(ListText(field).fits(bytes))
    case .object: asWritten(JSONText(bytes)?.shape == .object)
    case .array: asWritten(JSONText(bytes)?.shape == .array)
    case .geopoint: asWritten(GeoText.isPoint(bytes, format: field.format))
    case .geojson: asWritten(GeoJSONText.fits(bytes, format: field.format))
    case .target: TargetCells.read(bytes)
    case .quantity: TargetCells.readQuantity(bytes)
    }
  }

  private func asWritten(_ fits: Bool) -> CellValue { fits ? .asWritten : .wrong(.typeError) }

  private func readBoolean(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    let text = String(decoding: bytes, as: UTF8.self)
    if trueValues.contains(text) { return .integer(1) }
    return falseValues.contains(text) ? .integer(0) : .wrong(.typeError)
  }

  private func readMoment(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    let moment =
      Moment.Format(rawValue: field.format).map { Moment(bytes, as: field.type, format: $0) }
      ?? pattern?.read(bytes)
    return moment?.text(as: field.type).map(CellValue.text) ?? .wrong(.typeError)
  }

  private func isYearMonth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = TextCursor(bytes)
    guard cursor.digits(4...4) != nil, cursor.skip("-"), let month = cursor.digits(2...2) else {
      return false
    }
    return (1...12).contains(month) && cursor.isAtEnd
  }

  private func decimal(_ digits: UnsafeBufferPointer<UInt8>) -> Int64 {
    digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }
}
