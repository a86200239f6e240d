extension Quantity {
  /// 完成值 as people write it: `6250件`, `95 %`, `323.1万元`, `36小时`, `第7名`, and a bare `6250`, whose unit is
  /// empty. What compares (`≥500件`, `前十位`, `500件以上`) is no value.
  public static func read(_ text: String) -> Result<Quantity, TargetProblem> {
    var scanner = NumberScanner(text)
    if NumberText.isEmptyMark(scanner.rest) { return .failure(.empty) }
    let isPlace = scanner.skip("第")
    return Target.scanQuantity(&scanner).flatMap { quantity in
      isPlace && !["名", "位", ""].contains(quantity.unit) ? .failure(.unclear) : .success(quantity)
    }
  }
}
