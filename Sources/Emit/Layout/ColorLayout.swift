import Definitions
import Figures

/// The colour of a cell by a value: 绿 / 黄 / 红.
///
/// ```yaml
/// colors: {红: red, 黄: yellow, 绿: green}   # red | yellow | green | grey, by text
/// color-of: light                          # the row's column whose text is looked up; the cell's own when not said
/// ```
public struct ColorLayout: Hashable, Sendable {
  var column: String?
  var fills: [String: GridStyle.Fill]

  /// nil without `colors`.
  init?(_ mapping: DefinitionMapping, columns: [[String]], names: LayoutNames) {
    guard let node = mapping["colors"] else {
      mapping["color-of"]?.report(.missingKey("colors"))
      return nil
    }
    fills = [:]
    for (text, value) in node.entries ?? [] {
      guard let name = value.text else { continue }
      let fill = GridStyle.Fill(rawValue: name)
      fills[text] = fill
      if fill == nil {
        let allowed = GridStyle.Fill.allCases.map(\.rawValue)
        value.report(.unknownValue(key: text, value: name, allowed: allowed))
      }
    }
    if let node = mapping["color-of"], let column = node.text {
      for known in columns { names.check(column, among: known, at: node) }
      self.column = column
    }
  }

  /// The colour at a row; `text` is what the cell shows.
  func fill(at rows: [ResultRow], text: String) -> GridStyle.Fill? {
    guard let column else { return fills[text] }
    return rows.reversed().lazy.compactMap { $0[column] }.first?.printed.flatMap { fills[$0] }
  }
}
