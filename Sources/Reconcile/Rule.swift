import Definitions
import Figures

/// A rule: SQL that returns the offending rows, and the sentence about each.
public struct Rule: Hashable, Sendable {
  public var head: CheckHead
  public var sql: String
  public var sqlLine: Int
  /// The register to correct, for results that name no row.
  public var register: String?
  /// The title of the column to correct, as it stands in the register.
  public var column: String?
  /// The result's columns with what was found, what was expected and by how much they differ.
  public var found: String?
  public var expected: String?
  public var difference: String?
  public var unit: String?
  public var clean: Clean
  public var message: MessageTemplate

  init?(_ node: DefinitionNode) {
    let own = ["sql", "register", "column", "found", "expected", "difference", "unit", "clean"]
    guard let map = node.mapping(CheckHead.keys + own), let head = CheckHead(map),
      let sql = map.required("sql"), let text = sql.text,
      let message = map.required("message").flatMap(MessageTemplate.init)
    else { return nil }
    self.head = head
    self.sql = text
    self.message = message
    sqlLine = sql.textLine
    (register, column) = (map.text("register"), map.text("column"))
    (found, expected) = (map.text("found"), map.text("expected"))
    difference = map.text("difference")
    unit = map.text("unit")
    clean = map["clean"].map(Clean.init) ?? .none
  }

  /// Which registers must have no wrong cells for the rule to say anything: what it found might only follow from these.
  public enum Clean: Hashable, Sendable {
    case none
    /// `true`: all registers behind it, since it sums or counts their rows.
    case all
    case registers([String])

    init(_ node: DefinitionNode) {
      if node.isPlain, node.text == "true" || node.text == "false" {
        self = node.boolean == true ? .all : .none
      } else {
        self = .registers(node.texts ?? [])
      }
    }
  }

  /// The result's columns that the rule's sentences and facts need.
  public var neededColumns: [String] {
    message.columns + (head.remedy?.columns ?? []) + [found, expected, difference].compactMap { $0 }
  }

  /// The registers that it names.
  public var namedRegisters: [String] {
    guard case .registers(let registers) = clean else { return [register].compactMap { $0 } }
    return registers + [register].compactMap { $0 }
  }

  /// The finding about one offending row.
  public func finding(for row: ResultRow, _ context: CheckContext) -> Finding {
    let own = context.file(row["_file"])
    let file = own.isEmpty ? register.flatMap { context.registerFile($0, "") } ?? "" : own
    let location = SourceLocation(file: file, row: row["_row"]?.rowNumber, column: column)
    func text(_ column: String?) -> String? { column.map { QuantityText.text(row[$0] ?? .null, unit: unit) } }
    let facts = Facts(
      found: text(found), expected: text(expected), difference: text(difference),
      message: message.text(for: row), remedy: head.remedy?.text(for: row))
    return head.finding(at: location, facts: facts)
  }
}

extension Value {
  var rowNumber: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
}
