import Definitions
import Figures

/// A text with places for columns: `填报单位：{publisher} {name}`, `（{period.year}年度）`.
public struct TextTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case column(String)
  }

  let parts: [Part]

  /// nil when a brace is not closed or holds nothing.
  public init?(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let column = rest[rest.index(after: open)..<close]
      if column.isEmpty { return nil }
      parts.append(.column(String(column)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The columns that the text needs.
  var columns: [String] {
    parts.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }

  /// The text with the columns of `rows`, the last row first. A text that is nothing but one column is nil where
  /// that column is empty; a hole in the middle of a text is refused, with the column's name.
  func string(in rows: [ResultRow]) throws(MissingText) -> String? {
    if parts.count == 1, case .column(let column) = parts[0] { return Self.text(of: column, in: rows) }
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .column(let column):
        guard let text = Self.text(of: column, in: rows) else { throw MissingText(column: column) }
        result += text
      }
    }
    return result
  }

  private static func text(of column: String, in rows: [ResultRow]) -> String? {
    for row in rows.reversed() {
      if let value = row[column] { return value.printed }
    }
    return nil
  }
}

/// A column that a text needs is empty.
struct MissingText: Error { var column: String }

extension Value {
  /// As it is printed in a text cell; nil when there is nothing.
  var printed: String? {
    switch self {
    case .null: nil
    case .integer(let integer): String(integer)
    case .text(let text): text
    }
  }
}

extension LayoutNames {
  /// The text that a node writes, its columns checked against those at hand.
  func template(_ node: DefinitionNode?, among columns: [String]) -> TextTemplate? {
    guard let node, let text = node.text else { return nil }
    guard let template = TextTemplate(text) else {
      node.report(.template("{ … }"))
      return nil
    }
    for column in template.columns { check(column, among: columns, at: node) }
    return template
  }
}
