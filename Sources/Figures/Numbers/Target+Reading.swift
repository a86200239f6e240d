extension Target {
  public static func read(_ text: String) -> Result<Target, TargetProblem> {
    let scanner = NumberScanner(text)
    if NumberText.isEmptyMark(scanner.rest) { return .failure(.empty) }
    let words = TargetWords(scanner.plainText)
    return demand(words, hasDigits: scanner.plainText.contains(where: isDigit), entered: String(scanner.rest))
      .map {
        Target($0, enteredAs: String(scanner.rest))
      }
  }

  private static func demand(
    _ words: TargetWords, hasDigits: Bool, entered: String
  ) -> Result<Demand, TargetProblem> {
    let (text, said) = (words.rest, words.comparisons)
    if said.isSubset(of: [.atMost]) {
      if let place = Place.read(text) { return .success(.rank(place)) }
      if let day = DueDay.read(text, isDeadline: true) { return .success(.due(day)) }
    }
    if !hasDigits, !words.hasSign { return .success(.quality(entered)) }
    if text.isEmpty { return .failure(.missingNumber) }
    if said.isEmpty, let range = QuantityText.range(text) { return range.map { .range($0.low, $0.high) } }
    guard said.count <= 1, words.hasSign || startsNumber(text) else { return .failure(.unclear) }
    return QuantityText.quantity(text).map { .quantity(said.first ?? words.fallback, $0) }
  }

  private static func startsNumber(_ text: String) -> Bool {
    text.first.map { isDigit($0) || "+-.".contains($0) } ?? false
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
