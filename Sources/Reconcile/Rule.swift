import Definitions
import Figures

/// A rule: SQL that returns the offending rows, and the sentence about each.
public struct Rule: Hashable, Sendable {
  public var head: CheckHead
  public var sql: String
  public var sqlLine: Int
  /// The register to correct, for results that name no row.
  public var register: String?
  /// The register's columns by which the row before a missing one is found; empty where nothing is missing.
  public var after: [String]
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
    let own = ["sql", "register", "column", "found", "expected", "difference", "unit", "clean", "after"]
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
    after = map.texts("after")
    if !after.isEmpty, register == nil { _ = map.required("register") }
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

  /// The result's columns that the rule's sentences, facts and places need.
  public var neededColumns: [String] {
    after + message.columns + (head.remedy?.columns ?? []) + [found, expected, difference].compactMap { $0 }
  }

  /// The registers that it names.
  public var namedRegisters: [String] {
    guard case .registers(let registers) = clean else { return [register].compactMap { $0 } }
    return registers + [register].compactMap { $0 }
  }

  /// The finding about one offending row, or about a missing one: at the row before it.
  public func finding(for row: ResultRow, _ context: CheckContext, _ before: RowBefore? = nil) -> Finding {
    func text(_ column: String?) -> String? { column.map { QuantityText.text(row[$0] ?? .null, unit: unit) } }
    let location = location(of: row, context, before)
    let belongs = before == nil ? "" : location.row.map { "，应补在第 \($0) 行之后" } ?? "，应补在表头之后"
    let facts = Facts(
      found: text(found), expected: text(expected), difference: text(difference),
      message: message.text(for: row) + belongs, remedy: head.remedy?.text(for: row))
    return head.finding(at: location, facts: facts)
  }

  private func location(of row: ResultRow, _ context: CheckContext, _ before: RowBefore?) -> SourceLocation {
    let own = row["_row"]?.rowNumber
    let place = own == nil ? before?.place(for: row) : nil
    var file = context.file(place?.file ?? row["_file"])
    if file.isEmpty { file = register.flatMap { context.registerFile($0, "") } ?? "" }
    // A text file of the period's folder, which has no rows.
    if case .text(let path)? = row["_path"] {
      return SourceLocation(file: file.isEmpty ? path : file + "/" + path)
    }
    return SourceLocation(file: file, row: place?.row ?? own, column: column)
  }
}

extension Value {
  var rowNumber: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
}
