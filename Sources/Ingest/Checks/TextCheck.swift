import Figures

/// What is said about a column's texts before any of its other checks: characters that nobody sees or that are
/// lost, errors of formulas, codes that a spreadsheet has damaged. A cell with an error holds nothing from then on,
/// so that nothing else is found about it: no wrong type, no duplicate, no reference to nothing.
struct TextCheck {
  /// A key, a reference, an identifier or one of a list: its texts are compared as a whole.
  private let isCode: Bool
  private let isNumbered: Bool
  private let isText: Bool
  private let identifier: Identifier?

  init(_ field: Field, of register: Register) {
    let isKey =
      register.primaryKey.contains(field.name) || register.uniqueKeys.contains { $0.contains(field.name) }
      || register.foreignKeys.contains { $0.fields.contains(field.name) } || field.constraints.unique
    isText = field.type == .string || field.type == .any
    isNumbered = isText && (isKey || field.identifier != nil)
    isCode = isNumbered || (isText && field.constraints.members != nil)
    identifier = field.identifier
  }

  /// - Parameter remarks: on this column's cells, each with its row in the block.
  func check(_ column: CheckedColumn, _ remarks: [(row: Int, remark: CellCleaning.Remark)]) {
    for (row, remark) in remarks { check(column, row, remark) }
    if isNumbered { checkNumbers(column) }
  }

  private func check(_ column: CheckedColumn, _ row: Int, _ remark: CellCleaning.Remark) {
    let traits = remark.traits
    let text = column.block.text(row, column.cell)
    if column.isMissing(text) { return }
    if let error = traits.contains(.formulaError) ? FormulaError(text) : nil {
      condemn(column, row, .formulaError) { $0.arguments["kind"] = error.kind }
    } else if traits.contains(.broken) {
      let character = Self.first(in: text) { $0.isBroken }
      condemn(column, row, .brokenCharacter) {
        $0.arguments["character"] = character?.codePoint
        $0.arguments["kind"] = character.map { "\(CharacterKind($0))" }
      }
    } else if isCode, traits.contains(.blank) {
      let character = Self.first(in: text) { $0 == .selector || $0.isBlank }
      condemn(column, row, .invisibleCharacter) { $0.arguments["character"] = character?.codePoint }
    } else if isCode, traits.contains(.lookalike) {
      let meant = Lookalike.meant(String(decoding: text, as: UTF8.self))
      let both = Lookalike.first(in: text)
      condemn(column, row, .lookalikeCharacter) {
        $0.expected = meant
        $0.arguments.merge(both) { $1 }
      }
    } else {
      warn(column, row, remark)
    }
  }

  private func warn(_ column: CheckedColumn, _ row: Int, _ remark: CellCleaning.Remark) {
    let traits = remark.traits
    let text = column.block.text(row, column.cell)
    if isText, traits.contains(.invisible) {
      let character = Self.first(in: text) { $0 == .invisible }
      column.report(.invisibleCharacter, row, severity: .warning) {
        $0.arguments["character"] = character?.codePoint
        $0.arguments["kind"] = "text"
      }
    }
    if traits.contains(.privateUse) {
      let character = Self.first(in: text) { $0 == .privateUse }
      column.report(.suspectCharacter, row, severity: .warning) {
        $0.arguments["character"] = character?.codePoint
      }
    } else if isText, traits.contains(.questionMarks) {
      column.report(.suspectCharacter, row, severity: .warning) { $0.arguments["kind"] = "question" }
    }
    if isCode, traits.contains(.composed) {
      let original = column.block.text(remark.original)
      column.report(.composedText, row, severity: .warning) {
        $0.expected = $0.found
        $0.found = CodePoints.shown(original, unlike: text)
      }
    }
  }

  /// Codes that have lost digits, and people's numbers where those of organizations belong.
  private func checkNumbers(_ column: CheckedColumn) {
    for row in 0..<column.count {
      let span = column.block.span(row, column.cell)
      guard span.length >= 5, span.length <= 18 else { continue }
      let text = column.block.text(span)
      if span.length == 18, identifier == .unifiedSocialCreditCode, Self.isPersonal(text) {
        let masked = Self.masked(text)
        condemn(column, row, .personalNumber) { $0.found = masked }
      } else if span.length == 18 ? DamagedNumber.isOne(text) : text[0] <= 0x39 && isScientificNotation(text)
      {
        condemn(column, row, .damagedNumber) { [identifier] in
          $0.arguments["type"] = identifier?.rawValue
        }
      }
    }
  }

  private func condemn(
    _ column: CheckedColumn, _ row: Int, _ code: FindingCode, _ facts: @escaping (inout Facts) -> Void
  ) {
    column.report(code, row, facts)
    column.condemn(row)
  }

  private static func first(
    in text: UnsafeBufferPointer<UInt8>, where isWanted: (CharacterKind) -> Bool
  ) -> Unicode.Scalar? {
    var scalars = UTF8Scalars(text)
    while let scalar = scalars.next() {
      if scalar != " ", isWanted(CharacterKind(scalar)) { return scalar }
    }
    return nil
  }

  /// A resident's identity number that is no valid code of an organization.
  private static func isPersonal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard UnifiedSocialCreditCode.verdict(on: text) != .good else { return false }
    var number = Array(text)
    if number[17] == UInt8(ascii: "x") { number[17] = UInt8(ascii: "X") }
    return number.withUnsafeBufferPointer { ResidentIdentity.verdict(on: $0) } == .good
  }

  /// `340524********001X`: no finding repeats a person's number.
  private static func masked(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text[..<6], as: UTF8.self) + "********" + String(decoding: text[14...], as: UTF8.self)
  }
}
