/// A text on its way to people who look for what is wrong in it: what cannot be seen stands there by its number,
/// `0001[U+200B]`. Line ends, tabs, plain and ideographic spaces stay as they are.
public enum VisibleText {
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        shown.append(contentsOf: "[\(scalar.codePoint)]".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x09, 0x0A, 0x20, 0x3000, 0x4E00...0x9FFF: false
    default:
      switch CharacterKind(scalar) {
      case .visible, .replacement: false
      case .space, .invisible, .selector, .control, .noncharacter, .privateUse: true
      }
    }
  }
}

extension Finding {
  /// With nothing in its facts that cannot be seen.
  var visible: Finding {
    var finding = self
    finding.location.column = location.column.map(VisibleText.of)
    finding.facts.found = facts.found.map(VisibleText.of)
    finding.facts.expected = facts.expected.map(VisibleText.of)
    finding.facts.arguments = facts.arguments.mapValues(VisibleText.of)
    finding.facts.beside = facts.beside.map(VisibleText.of)
    finding.facts.message = facts.message.map(VisibleText.of)
    finding.facts.remedy = facts.remedy.map(VisibleText.of)
    finding.facts.englishMessage = facts.englishMessage.map(VisibleText.of)
    finding.facts.englishRemedy = facts.englishRemedy.map(VisibleText.of)
    return finding
  }
}
