/// What a line says at its beginning about its place in the document, as official documents count (GB/T 9704):
/// 第一部分, then 一、, then （一）. What counts 1. and （1） looks like any other line, and is none.
enum PageHeading: Int, Hashable {
  case part, first, second

  /// The level that the line's number says; nil for a line without one. The number's sign must be the template's:
  /// a user's text may count its own paragraphs, and makes no heading of the document.
  static func number(of line: PageLine) -> PageHeading? {
    let start = Start(line)
    if start.takes("第") {
      return start.takesNumeral() && ["部分", "章", "编", "篇"].contains(where: start.takes) ? .part : nil
    }
    if start.takes("（") { return start.takesNumeral() && start.takes("）") ? .second : nil }
    return start.takesNumeral() && start.takes("、") ? .first : nil
  }

  /// The level of a line that is a heading: it has a number and is no sentence.
  static func level(of line: PageLine) -> PageHeading? {
    guard let level = number(of: line) else { return nil }
    let isSentence = line.runs.contains { $0.text.contains { "。；：！？".contains($0) } }
    return isSentence || line.text.hasSuffix("，") ? nil : level
  }
}

/// The beginning of a line, read character by character.
private final class Start {
  private let characters: [(character: Character, isTemplate: Bool)]
  private var position = 0

  init(_ line: PageLine) {
    var characters: [(Character, Bool)] = []
    for run in line.runs {
      if characters.count >= 16 { break }
      let isTemplate = if case .template = run { true } else { false }
      characters += run.text.prefix(16).map { ($0, isTemplate) }
    }
    self.characters = characters
  }

  /// Passes over the word when the template has it here.
  func takes(_ word: String) -> Bool {
    let next = characters[position...].prefix(word.count)
    guard next.map(\.character).elementsEqual(word), next.allSatisfy(\.isTemplate) else { return false }
    position += next.count
    return true
  }

  func takesNumeral() -> Bool {
    let start = position
    while position < characters.count, "零〇一二三四五六七八九十百".contains(characters[position].character) {
      position += 1
    }
    return position > start
  }
}
