extension Quantity {
  /// 完成值 as people write it: `6250件`, `95 %`, `323.1万元`, `36小时`, `第7名`, `12月20日`, `100%完成`, and a bare
  /// `6250`, whose unit is empty. What compares (`≥500件`, `前十位`, `500件以上`, `90%-95%`) is no value.
  public static func read(_ text: String) -> Result<Quantity, TargetProblem> {
    let scanner = NumberScanner(text)
    if NumberText.isEmptyMark(scanner.rest) { return .failure(.empty) }
    let words = TargetWords(scanner.plainText)
    guard words.comparisons.isEmpty, words.fallback == .equal else { return .failure(.unclear) }
    if let day = DueDay.read(words.rest, isDeadline: false) { return .success(Quantity(day)) }
    if words.rest.first == "第" {
      return Place.read(words.rest).map { .success(Quantity(place: $0)) } ?? .failure(.unclear)
    }
    return QuantityText.quantity(words.rest)
  }

  public init(_ day: DueDay) { self.init(Fixed(units: day.code, decimals: 0), unit: DueDay.unit) }

  init(place: Int) { self.init(Fixed(units: Int64(place), decimals: 0), unit: "位") }
}
