/// What a line says at its beginning about its place in the document, as official documents count (GB/T 9704):
/// 第一部分, then 一、, then （一）, then 1. and （1）.
enum PageHeading: Int, Hashable, Comparable {
  case part, first, second, third, fourth

  static func < (a: PageHeading, b: PageHeading) -> Bool { a.rawValue < b.rawValue }

  /// The level that the line's number says; nil for a line without one. The number's sign must be the template's:
  /// a user's text may count its own paragraphs, and makes no heading of the document.
  static func number(of line: PageLine) -> PageHeading? {
    let start = Start(line)
    if start.takes("第") {
      return start.takesNumeral() && ["部分", "章", "编", "篇"].contains(where: start.takes) ? .part : nil
    }
    if start.takes("（") || start.takes("(") {
      let level: PageHeading? = start.takesNumeral() ? .second : start.takesDigits() ? .fourth : nil
      return start.takes("）") || start.takes(")") ? level : nil
    }
    if start.takesNumeral() { return start.takes("、") ? .first : nil }
    guard start.takesDigits() else { return nil }
    if start.takes("．") || start.takes("、") || start.takes("）") || start.takes(")") { return .third }
    return start.takes(".") && !start.takesDigits() ? .third : nil
  }

  /// The level of a line that is a heading: it has a number and is no sentence.
  static func level(of line: PageLine) -> PageHeading? {
    guard let last = line.text.last, !"。；：，、！？…;:,.!?".contains(last) else { return nil }
    return number(of: line)
  }
}

/// The beginning of a line, read character by character.
private final class Start {
  private let characters: [(character: Character, isTemplate: Bool)]
  private var position = 0

  init(_ line: PageLine) {
    var characters: [(Character, Bool)] = []
    for run in line.runs where characters.count < 16 {
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

  func takesNumeral() -> Bool { takesAll { "零〇一二三四五六七八九十百".contains($0) } }
  func takesDigits() -> Bool { takesAll { $0.isASCII && $0.isNumber } }

  private func takesAll(_ isWanted: (Character) -> Bool) -> Bool {
    let start = position
    while position < characters.count, isWanted(characters[position].character) { position += 1 }
    return position > start
  }
}
