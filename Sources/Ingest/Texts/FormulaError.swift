/// What a spreadsheet shows in a cell whose formula went wrong.
enum FormulaError: String, CaseIterable {
  case reference = "#REF!"
  case notAvailable = "#N/A"
  case value = "#VALUE!"
  case division = "#DIV/0!"
  case name = "#NAME?"
  case null = "#NULL!"
  case number = "#NUM!"
  case spill = "#SPILL!"
  case calculation = "#CALC!"
  case field = "#FIELD!"
  case blocked = "#BLOCKED!"
  case connect = "#CONNECT!"
  case busy = "#BUSY!"
  case unknown = "#UNKNOWN!"
  case python = "#PYTHON!"
  case gettingData = "#GETTING_DATA"
  /// `#####`: the column was too narrow for the number.
  case narrow = "####"

  /// Capitals or not.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count >= 2, text.count <= 256, text[0] == UInt8(ascii: "#") else { return nil }
    if text.allSatisfy({ $0 == UInt8(ascii: "#") }) {
      self = .narrow
    } else {
      self.init(rawValue: String(decoding: text, as: UTF8.self).uppercased())
    }
  }

  /// What went wrong, as far as people can do something about it in the formula.
  var kind: String {
    switch self {
    case .reference: "reference"
    case .notAvailable: "lookup"
    case .value, .number, .calculation, .field, .null: "value"
    case .division: "division"
    case .name: "name"
    case .narrow: "narrow"
    case .spill, .blocked, .connect, .busy, .unknown, .python, .gettingData: "other"
    }
  }
}
