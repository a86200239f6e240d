import Definitions
import Figures

/// A check's sentence with places for the values of an offending row: `{name} 缺 {amount:元} 元`.
///
/// A place names a column, and after a colon how its number is printed: `元` (fen as 元 with two decimals and
/// grouped), `万元` (fen as 万元, all digits), or nothing (as it is).
public struct MessageTemplate: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case place(column: String, unit: String?)
  }
  let pieces: [Piece]

  /// nil, and reported, when a brace is not closed or a unit is unknown.
  init?(_ node: DefinitionNode) {
    guard let text = node.text else { return nil }
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        node.report(.other("花括号没有闭合", english: "a brace is not closed"))
        return nil
      }
      pieces.append(.text(String(rest[..<open])))
      let inside = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let unit = inside.count == 2 ? String(inside[1]) : nil
      if let unit, !QuantityText.units.contains(unit) {
        node.report(.unknownValue(key: "unit", value: unit, allowed: QuantityText.units))
      }
      pieces.append(.place(column: inside.first.map(String.init) ?? "", unit: unit))
      rest = rest[rest.index(after: close)...]
    }
    self.pieces = pieces + [.text(String(rest))]
  }

  /// The columns that the sentence needs.
  public var columns: [String] {
    pieces.compactMap { if case .place(let column, _) = $0 { column } else { nil } }
  }

  func text(for row: ResultRow) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let column, let unit): QuantityText.text(row[column] ?? .null, unit: unit)
      }
    }.joined()
  }
}
