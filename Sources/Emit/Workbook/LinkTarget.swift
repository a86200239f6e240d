/// A link as the library takes it.
enum LinkTarget {
  /// The links that a spreadsheet takes on a sheet, and the characters of an address.
  static let most = 65530
  static let longest = 2079

  /// nil when it is too long: the cell is a text then.
  static func text(of link: GridLink) -> String? {
    let target =
      switch link {
      case .address(let address): address
      case .file(let path): path.replacing("#", with: "%23")
      case .sheet(let name): "internal:'\(name.replacing("'", with: "''"))'!A1"
      }
    // No character takes more than three.
    return target.utf8.count * 3 <= longest || escapedLength(target) <= longest ? target : nil
  }

  /// No fewer characters than the address has in the file, where some are written as `%5B`.
  private static func escapedLength(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + (escaped.contains($1) ? 3 : 1) }
  }

  private static let escaped = Set(" \"<>[]`^{}%".utf8)
}
