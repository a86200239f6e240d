extension Fixed: LosslessStringConvertible {
  /// All of its digits, with `.` and without grouping: `-1234.50`.
  public var description: String {
    NumberFormat(decimals: max(decimals, 0)).string(self)
  }

  /// Reads what `description` writes; nil for anything else. What people write is read by `NumberText`.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    let point = bytes.firstIndex(of: UInt8(ascii: "."))
    let decimals = point.map { bytes.count - $0 - 1 } ?? 0
    guard point == nil || decimals > 0, bytes.first != UInt8(ascii: "+") else { return nil }
    guard case .success(let fixed?) = NumberText.read(description, decimals: decimals) else { return nil }
    guard fixed.description == description else { return nil }
    self = fixed
  }
}
