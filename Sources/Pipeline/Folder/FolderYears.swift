import Compute
import Definitions
import Ingest

/// Which years the rows of the folder's tables are about: what of a figure's year before can ever be known, and which
/// registers have to be there for it.
struct FolderYears: Sendable {
  private let readsBefore: Bool
  private let titles: [String: String]
  private let readBefore: Set<String>
  private let columns: [String: [String]]
  /// The registers by whose years a table's rows are told apart.
  private let yearly: [String: Set<String>]

  init(
    _ definition: PipelineDefinition, _ registers: [Register], columns: [String: [String]],
    reads: [String: [String: Set<String>]]
  ) {
    let registers = registers.filter { $0.common == nil }
    readsBefore = definition.readsBefore
    titles = Dictionary(registers.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    readBefore = Set(registers.filter(\.isReadBefore).map(\.name))
    self.columns = columns
    var yearly = Dictionary(
      registers.map { ($0.name, Set([$0.name])) }, uniquingKeysWith: { first, _ in first })
    var waiting: [String] = Array(reads.keys)
    while let table = waiting.popLast() {
      // Of what a model reads, that counts whose years it looks at; the rest are names and lists.
      let read = reads[table, default: [:]].filter { !$0.value.isDisjoint(with: FigureRows.yearColumns) }.keys
      let behind = read.reduce(into: Set<String>()) { $0.formUnion(yearly[$1, default: []]) }
      guard !behind.isSubset(of: yearly[table, default: []]) else { continue }
      yearly[table, default: []].formUnion(behind)
      waiting += reads.filter { $0.value[table] != nil }.keys
    }
    self.yearly = yearly
  }

  /// The registers that must have rows of a year for the table's rows of that year to be whole.
  func sources(of table: String) -> Set<String> { yearly[table, default: []] }

  /// The figures, with why the year before of some is never known.
  func marked(_ figures: [FigureDefinition]) -> [FigureDefinition] {
    figures.map { figure in
      var figure = figure
      figure.noYearBefore = figure.tables.sorted().lazy.compactMap(noYearBefore).first
      return figure
    }
  }

  private func noYearBefore(of table: String) -> NoYearBefore? {
    if !readsBefore { return .pipeline }
    guard columns[table, default: []].contains(where: FigureRows.yearColumns.contains) else {
      return .noYear(table: table)
    }
    let unread = sources(of: table).subtracting(readBefore)
    return unread.isEmpty ? nil : .unread(registers: unread.sorted().map { titles[$0] ?? $0 })
  }
}
