import Definitions
import Figures

/// One constraint on a column's values. It reports what breaks it; values that are missing or of a wrong type
/// are none of its concern.
protocol CellRule {
  func check(_ column: CheckedColumn)
}

/// `pattern`: on the text as written.
struct PatternRule: CellRule {
  let pattern: Pattern
  let source: String
  /// What it asks for, for people.
  let form: String

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count where !column.value(row).isNothing {
      let text = column.block.text(row, column.cell)
      switch pattern.outcome(on: text) {
      case .fits: break
      case .differs:
        let code: FindingCode = isScientificNotation(text) ? .damagedNumber : .pattern
        column.report(code, row) { [form] in $0.expected = form }
      case .limit: column.report(.patternLimit, row) { [source] in $0.expected = source }
      }
    }
  }
}

/// `enum` and `categories` of texts.
struct MemberRule: CellRule {
  let members: TextSet
  let list: [String]
  let words: String

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count {
      let value = column.value(row)
      if value.isNothing || members.contains(column.text(value)) { continue }
      column.report(.notInList, row) { [words, list] in
        $0.expected = words
        $0.arguments["nearest"] = $0.found.flatMap { nearest(to: $0, among: list) }
      }
    }
  }
}

/// `enum` and `categories` of numbers.
struct NumberMemberRule: CellRule {
  let members: Set<Int64>
  let words: String

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count {
      let value = column.value(row)
      if value.isNothing || members.contains(value.payload) { continue }
      column.report(.notInList, row) { [words] in $0.expected = words }
    }
  }
}

/// `enum` of times, which may have zones.
struct MomentMemberRule: CellRule {
  let members: [Moment]
  let type: FieldType
  let words: String

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count {
      let value = column.value(row)
      guard !value.isNothing, let moment = Moment(column.text(value), as: type, format: .default),
        !members.contains(where: { $0.isSame(as: moment) })
      else { continue }
      column.report(.notInList, row) { [words] in $0.expected = words }
    }
  }
}

/// `gongshi:identifier`.
struct IdentifierRule: CellRule {
  let identifier: Identifier
  let severity: Severity

  func check(_ column: CheckedColumn) {
    for row in 0..<column.count where !column.value(row).isNothing {
      switch identifier.verdict(on: column.block.text(row, column.cell)) {
      // What a spreadsheet has damaged was said before (`TextCheck`).
      case .good, .damaged: break
      case .malformed: report(.identifierForm, column, row)
      case .wrongCheck(let check):
        column.report(.identifierCheck, row, severity: severity) {
          $0.arguments["check"] = String(Unicode.Scalar(check))
        }
      }
    }
  }

  private func report(_ code: FindingCode, _ column: CheckedColumn, _ row: Int) {
    column.report(code, row) { [identifier] in $0.arguments["type"] = identifier.rawValue }
  }
}
