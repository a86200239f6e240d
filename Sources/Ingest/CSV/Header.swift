import Definitions
import Figures

/// The header of a file against the fields of its register.
struct Header {
  /// The titles as they stand in the file; a title that is a whole text is cut short.
  let titles: [String]
  /// Each field's place among the titles; nil for an optional column that is not there.
  private(set) var places: [Int?] = []
  private(set) var findings: [Finding] = []

  /// The places of columns that the register does not know.
  var further: [Int] {
    let known = Set(places.compactMap { $0 })
    return titles.indices.filter { !known.contains($0) }
  }

  /// Without a header, cells belong to the fields in order.
  init(without register: Register) {
    titles = register.fields.map(\.name)
    places = Array(titles.indices)
  }

  init(_ titles: [String], of register: Register, at location: SourceLocation) {
    self.titles = titles.map { Excerpt.of($0.utf8) }
    let folded = titles.map(HeaderTitle.folded)
    var found = register.fields.map { _ in [Int]() }
    var taken: Set<Int> = []
    for weight in 0..<2 {
      for (index, field) in register.fields.enumerated() {
        let names = HeaderTitle.candidates(of: field)[weight]
        let places = folded.indices.filter { names.contains(folded[$0]) && !taken.contains($0) }
        found[index] += places
        taken.formUnion(places)
      }
    }
    places = found.map(\.first)
    if taken.isEmpty {
      reportNone(register, at: location)
      return
    }
    let rest = titles.indices.filter { !taken.contains($0) }.map { titles[$0] }
    for (field, found) in zip(register.fields, found) {
      if found.isEmpty, !field.isOptional { reportMissing(field, among: rest, at: location) }
      if found.count > 1 { reportDuplicate(field, found, at: location) }
    }
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

  private mutating func reportMissing(_ field: Field, among rest: [String], at location: SourceLocation) {
    var facts = Facts(expected: field.name)
    let folded = HeaderTitle.folded(field.name)
    let near = nearest(to: folded, among: rest.map(HeaderTitle.folded))
    facts.arguments["nearest"] = rest.first { HeaderTitle.folded($0) == near }
    findings.append(Finding(.missingColumn, at: location, facts: facts))
  }

  private mutating func reportDuplicate(_ field: Field, _ places: [Int], at location: SourceLocation) {
    var facts = Facts(found: places.map { titles[$0] }.joined(separator: "、"), expected: field.name)
    facts.arguments["count"] = String(places.count)
    findings.append(Finding(.duplicateColumn, at: location, facts: facts))
  }
}
