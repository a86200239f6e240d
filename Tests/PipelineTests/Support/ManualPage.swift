import Foundation

/// A page of the documentation, as far as tests need it: its sections with their tables, and its fenced blocks.
struct ManualPage {
  struct Section {
    var heading: String
    var level: Int
    /// Up to the next heading of the same level or above.
    var lines: [String] = []
  }

  struct Block {
    var language: String
    /// The file that the block is, when its fence says so: "```yaml pipelines/x/figures.yaml".
    var file: String?
    var text: String
  }

  private(set) var sections: [Section] = []
  private(set) var blocks: [Block] = []
  let text: String

  init(_ path: String) throws {
    text = try String(contentsOfFile: path, encoding: .utf8)
    var block: Block?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.trimmingCharacters(in: .whitespaces).hasPrefix("```") {
        if let whole = block { blocks.append(whole) }
        block = block == nil ? Self.block(line) : nil
      } else if block != nil {
        block?.text += line + "\n"
      } else {
        add(line)
      }
    }
  }

  private static func block(_ fence: String) -> Block {
    let words = fence.drop { $0 == " " || $0 == "`" }.split(separator: " ").map(String.init)
    return Block(language: words.first ?? "", file: words.dropFirst().first, text: "")
  }

  private mutating func add(_ line: String) {
    let level = line.prefix { $0 == "#" }.count
    let isHeading = level > 0 && line.dropFirst(level).first == " "
    for index in sections.indices where isOpen(index, at: isHeading ? level : .max) {
      sections[index].lines.append(line)
    }
    if isHeading { sections.append(Section(heading: String(line.dropFirst(level + 1)), level: level)) }
  }

  /// Whether no heading that ends the section came since, nor this one does.
  private func isOpen(_ index: Int, at level: Int) -> Bool {
    let own = sections[index].level
    return level > own && sections[(index + 1)...].allSatisfy { $0.level > own }
  }

  func section(_ heading: String) -> Section? { sections.first { $0.heading == heading } }

  /// All that stands in code, in blocks and in lines.
  var code: [String] { blocks.map(\.text) + sections.filter { $0.level == 1 }.flatMap(\.code) }
}

extension ManualPage.Section {
  /// What stands between backticks.
  var code: [String] { lines.flatMap(codeWords) }

  /// The tables, each with its header first.
  var tables: [[[String]]] {
    var tables: [[[String]]] = []
    var isInside = false
    for line in lines {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      let cells = Self.cells(line)
      if !isInside { tables.append([]) }
      isInside = true
      if !cells.allSatisfy({ $0.hasPrefix("--") }) { tables[tables.count - 1].append(cells) }
    }
    return tables
  }

  /// The first cells of the tables whose first header begins like this, without their headers.
  func firstCells(under header: String) -> [String] {
    tables.filter { $0.first?.first?.hasPrefix(header) ?? false }.flatMap {
      $0.dropFirst().compactMap(\.first)
    }
  }

  private static func cells(_ line: String) -> [String] {
    let parts = line.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast()
      .map { $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces) }
  }
}

/// What stands between backticks in a line.
func codeWords(_ line: String) -> [String] {
  let parts = line.split(separator: "`", omittingEmptySubsequences: false)
  return parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { String(parts[$0]) }
}
