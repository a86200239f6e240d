import Figures

/// Reads a number in its column's unit, decimals and notation.
struct NumberCell {
  private let field: Field

  init(_ field: Field) { self.field = field }

  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    let text = plain(String(decoding: bytes, as: UTF8.self))
    if let money = field.money {
      return value(NumberText.readAmount(text, unit: money).map { $0?.fen })
    }
    let decimals = field.type == .integer ? 0 : field.storedDecimals
    return value(NumberText.read(text, decimals: decimals, unit: field.unit ?? "").map { $0?.units })
  }

  private func value(_ result: Result<Int64?, NumberProblem>) -> CellValue {
    switch result {
    case .success(nil): .empty
    case .success(let units?): isFineEnough(units) ? .integer(units) : .wrong(.tooManyDecimals)
    case .failure(.tooManyDecimals): .wrong(field.type == .integer ? .typeError : .tooManyDecimals)
    case .failure(.overflow): .wrong(.overflow)
    case .failure(.scientificNotation): .wrong(.damagedNumber)
    case .failure(.notANumber), .failure(.grouping), .failure(.unknownUnit): .wrong(.typeError)
    }
  }

  /// Whether the column's own limit holds, when it keeps more decimals than it allows: 万元 with two decimals.
  func isFineEnough(_ units: Int64) -> Bool {
    guard field.type == .number, field.decimals < field.storedDecimals else { return true }
    return units % coarseness == 0
  }

  private var coarseness: Int64 {
    (field.decimals..<field.storedDecimals).reduce(1) { power, _ in power * 10 }
  }

  /// The text in the notation that numbers are read in.
  private func plain(_ text: String) -> String {
    let notation = field.notation
    guard notation != NumberNotation() else { return text }
    var text = text
    if let group = notation.group, group != "," { text.removeAll { $0 == group } }
    if notation.decimal != "." {
      if notation.decimal == "," { text.removeAll { $0 == "," && notation.group == "," } }
      text = String(text.map { $0 == notation.decimal ? "." : $0 == "." ? "?" : $0 })
    }
    if !notation.isBare {
      text = String(text.drop { !isNumeric($0) })
      while let last = text.last, !isNumeric(last) { text.removeLast() }
    }
    return text
  }

  private func isNumeric(_ character: Character) -> Bool {
    character.isWholeNumber || "+-.(（）)".contains(character)
  }
}
