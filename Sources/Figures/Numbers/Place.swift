/// A place in a ranking (名次): `前十位`, `前10名`, `第三名`, `第3`.
enum Place {
  /// - Parameter text: in plain characters.
  static func read(_ text: String) -> Int? {
    guard let first = text.first, first == "前" || first == "第" else { return nil }
    var digits = text.dropFirst()
    if let last = digits.last, last == "位" || last == "名" { digits.removeLast() }
    let isPlain = digits.utf8.allSatisfy { (48...57).contains($0) }
    let place = isPlain ? Int(digits) : ChineseNumeral.read(String(digits))
    return place.flatMap { $0 > 0 ? $0 : nil }
  }
}
