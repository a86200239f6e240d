import Definitions

/// What a sheet may be called.
enum SheetName {
  static let length = 31

  /// What is wrong with a name; nil when nothing is.
  static func mistake(in name: String) -> DefinitionError.Problem? {
    if name.isEmpty || name.utf16.count > length {
      return .other("表名“\(name)”应有 1 到 31 个字符", english: "sheet name '\(name)' must have 1 to 31 characters")
    }
    if name.contains(where: { #"[]:*?/\"#.contains($0) || $0.isNewline }) || name.first == "'"
      || name.last == "'"
    {
      return .other(
        #"表名“\#(name)”不能含 []:*?/\，首尾不能是单引号"#,
        english: #"sheet name '\#(name)' must not have []:*?/\ or begin or end with an apostrophe"#)
    }
    return nil
  }

  /// The name of a list's n-th sheet: `支出明细 (2)`; the name is cut where both are too long together.
  static func further(_ name: String, _ number: Int) -> String {
    if number == 1 { return name }
    let suffix = " (\(number))"
    var stem = name
    while stem.utf16.count + suffix.utf16.count > length { stem.removeLast() }
    return stem + suffix
  }
}
