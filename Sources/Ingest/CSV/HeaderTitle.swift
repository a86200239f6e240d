import Definitions
import Figures
import Foundation

/// Headers as they are compared: after NFKC and without spaces, so that `金额（元）` is `金额(元)`.
enum HeaderTitle {
  static func folded(_ title: String) -> String {
    let compatible = title.precomposedStringWithCompatibilityMapping
    return String(String.UnicodeScalarView(compatible.unicodeScalars.filter { !isSpace($0) }))
  }

  /// A field's headers in the order of their weight: its name; its aliases and, when its unit is known, the name with
  /// and without the unit in brackets; these with another unit of money.
  static func candidates(of field: Field) -> [Set<String>] {
    let name = folded(field.name)
    var others = Set(field.aliases.map(folded))
    for unit in [field.unit].compactMap({ $0 }).map(folded) {
      let suffix = "(\(unit))"
      others.formUnion([name + suffix] + field.aliases.map { folded($0) + suffix })
      if name.hasSuffix(suffix) { others.insert(String(name.dropLast(suffix.count))) }
    }
    return [
      [name], others.subtracting([name]), inOtherUnits(field, names: [name] + field.aliases.map(folded)),
    ]
  }

  /// The headers of an amount that is written in another unit than the schema's: `金额(万元)`.
  private static func inOtherUnits(_ field: Field, names: [String]) -> Set<String> {
    guard let money = field.money else { return [] }
    let units = MoneyUnit.allCases.filter { $0 != money }.map(\.rawValue)
    return Set(names.flatMap { name in units.map { base(name) + "(\($0))" } })
  }

  /// What stands in brackets at a folded title's end: `元`.
  static func bracketed(_ title: String) -> String? {
    guard title.last == ")", let open = title.lastIndex(of: "(") else { return nil }
    return String(title[title.index(after: open)...].dropLast())
  }

  /// A folded title without what stands in brackets at its end.
  static func base(_ title: String) -> String {
    guard bracketed(title) != nil, let open = title.lastIndex(of: "("), open > title.startIndex else {
      return title
    }
    return String(title[..<open])
  }

  /// The title that may be meant for a column: a misspelling, or one that holds the other: 改进措施及建议.
  static func near(_ field: Field, among titles: [String]) -> String? {
    let name = base(folded(field.name))
    let bases = titles.map { base(folded($0)) }
    let best = nearest(to: name, among: bases)
    let held = bases.first { min($0.count, name.count) > 1 && ($0.contains(name) || name.contains($0)) }
    return (best ?? held).flatMap { bases.firstIndex(of: $0) }.map { titles[$0] }
      ?? onlyMoney(field, among: titles)
  }

  /// For an amount, the one title that names a unit of money.
  private static func onlyMoney(_ field: Field, among titles: [String]) -> String? {
    let amounts = titles.filter { bracketed(folded($0)).flatMap(MoneyUnit.init) != nil }
    return field.money != nil && amounts.count == 1 ? amounts[0] : nil
  }

  /// What a title has to be called to be the column's; nil when it has a unit that is not read under it.
  static func renamed(_ title: String, to field: Field) -> String? {
    let unit = bracketed(folded(title))
    guard let money = field.money else { return unit == nil || unit == field.unit ? field.name : nil }
    if let unit, MoneyUnit(rawValue: unit) == nil { return nil }
    return base(folded(field.name)) + "（\(unit ?? money.rawValue)）"
  }

  /// Spaces, tabs, line ends, and marks without width that exports leave in headers.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
  }
}
