import Foundation

/// Headers as they are compared: after NFKC and without spaces, so that `金额（元）` is `金额(元)`.
enum HeaderTitle {
  static func folded(_ title: String) -> String {
    let compatible = title.precomposedStringWithCompatibilityMapping
    return String(String.UnicodeScalarView(compatible.unicodeScalars.filter { !isSpace($0) }))
  }

  /// A field's headers in the order of their weight: its name, then its aliases and, when its unit is known,
  /// the name with and without the unit in brackets.
  static func candidates(of field: Field) -> [Set<String>] {
    let name = folded(field.name)
    var others = Set(field.aliases.map(folded))
    for unit in [field.unit].compactMap({ $0 }).map(folded) {
      let suffix = "(\(unit))"
      others.formUnion([name + suffix] + field.aliases.map { folded($0) + suffix })
      if name.hasSuffix(suffix) { others.insert(String(name.dropLast(suffix.count))) }
    }
    return [[name], others.subtracting([name])]
  }

  /// Spaces, tabs, line ends, and marks without width that exports leave in headers.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
  }
}
