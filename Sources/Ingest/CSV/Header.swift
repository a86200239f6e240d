import Definitions
import Figures

/// The header of a file against the fields of its register.
struct Header {
  /// The titles as they stand in the file; a title that is a whole text is cut short. Empty ones at the end are none.
  let titles: [String]
  /// How many cells the row of titles has, with the empty ones at its end.
  let width: Int
  /// Each field's place among the titles; nil for a column that is not there, or there twice.
  private(set) var places: [Int?] = []
  /// The unit of money that a field's title names, where it is not the schema's.
  private(set) var units: [MoneyUnit?] = []
  /// The fields that must be there, and are not, or are there twice: nothing is known of them.
  private(set) var lacking: [Field] = []
  private(set) var findings: [Finding] = []

  /// The places of columns that the register does not know.
  var further: [Int] {
    let known = Set(places.compactMap { $0 })
    return titles.indices.filter { !known.contains($0) }
  }

  /// Whether some of the register's columns can be read.
  var isReadable: Bool {
    !findings.contains { $0.code == .noHeader } && (lacking.isEmpty || places.contains { $0 != nil })
  }

  /// Without a header, cells belong to the fields in order.
  init(without register: Register) {
    titles = register.fields.map(\.name)
    width = titles.count
    places = Array(titles.indices)
    units = titles.map { _ in nil }
  }

  init(_ cells: [String], of register: Register, at location: SourceLocation) {
    let folded = Array(cells.map(HeaderTitle.folded).trimmingSuffix { $0.isEmpty })
    titles = cells.prefix(folded.count).map { Excerpt.of($0.utf8) }
    width = cells.count
    let found = find(register.fields, folded)
    let taken = Set(found.flatMap { $0 })
    if taken.isEmpty {
      reportNone(register, at: location)
      return
    }
    var rest = titles.indices.filter { !taken.contains($0) }.map { titles[$0] }
    for (field, found) in zip(register.fields, found)
    where found.count != 1 && !(found.isEmpty && field.isOptional) {
      lacking.append(field)
      if found.isEmpty {
        reportMissing(field, among: &rest, at: location)
      } else {
        reportDuplicate(field, found, at: location)
      }
    }
    for (field, found) in zip(register.fields, found) where found.isEmpty && field.isOptional {
      reportNear(field, among: &rest, at: location)
    }
  }

  /// The places of each field's titles; sets the places and units of those that have one.
  private mutating func find(_ fields: [Field], _ folded: [String]) -> [[Int]] {
    var found = fields.map { _ in [Int]() }
    var taken: Set<Int> = []
    let candidates = fields.map(HeaderTitle.candidates)
    units = fields.map { _ in nil }
    for weight in 0..<3 {
      for index in fields.indices where weight < 2 || found[index].isEmpty {
        let places = folded.indices.filter {
          candidates[index][weight].contains(folded[$0]) && !taken.contains($0)
        }
        found[index] += places
        taken.formUnion(places)
        if weight == 2, let place = places.first {
          units[index] = HeaderTitle.bracketed(folded[place]).flatMap(MoneyUnit.init)
        }
      }
    }
    places = found.map { $0.count == 1 ? $0[0] : nil }
    return found
  }

  /// One sentence instead of one for every column.
  private mutating func reportNone(_ register: Register, at location: SourceLocation) {
    let wanted = register.fields.filter { !$0.isOptional }.map(\.name).joined(separator: "、")
    guard !wanted.isEmpty else { return }
    var facts = Facts(found: titles.joined(separator: "、"), expected: wanted)
    if titles.count == 1, titles[0].contains(where: { "\t;；|，,".contains($0) }) {
      facts.arguments["kind"] = "delimiter"
    }
    findings.append(Finding(.noHeader, at: location, facts: facts))
  }

  private mutating func reportMissing(_ field: Field, among rest: inout [String], at location: SourceLocation)
  {
    var facts = Facts(expected: field.name)
    if let near = HeaderTitle.near(field, among: rest) {
      rest.removeAll { $0 == near }
      facts.arguments["nearest"] = near
      facts.arguments["unit"] = field.money?.rawValue
      facts.arguments["rename"] = HeaderTitle.renamed(near, to: field)
      if facts.arguments["rename"] == nil { facts.arguments["other"] = near }
    }
    findings.append(Finding(.missingColumn, at: location, facts: facts))
  }

  /// A header that nobody reads may be the optional column that is not there.
  private mutating func reportNear(_ field: Field, among rest: inout [String], at location: SourceLocation) {
    guard let near = HeaderTitle.near(field, among: rest) else { return }
    rest.removeAll { $0 == near }
    var facts = Facts(found: near, expected: field.name)
    facts.arguments["rename"] = HeaderTitle.renamed(near, to: field)
    findings.append(Finding(.unusedHeader, severity: .warning, at: location, facts: facts))
  }

  private mutating func reportDuplicate(_ field: Field, _ places: [Int], at location: SourceLocation) {
    var facts = Facts(found: places.map { titles[$0] }.joined(separator: "、"), expected: field.name)
    facts.arguments["count"] = String(places.count)
    findings.append(Finding(.duplicateColumn, at: location, facts: facts))
  }
}

extension Array {
  fileprivate func trimmingSuffix(while isDropped: (Element) -> Bool) -> ArraySlice<Element> {
    self[..<((lastIndex { !isDropped($0) }).map { $0 + 1 } ?? 0)]
  }
}
