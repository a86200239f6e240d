import Definitions
import Ingest

/// Personal data stays in: no public output may use a table that a personal column reaches.
///
/// A register with a `gongshi:personal` column is closed to public outputs, and so is every model that reads such a
/// column; a model that leaves the personal columns alone is open.
struct FolderPrivacy {
  /// The tables that personal columns reach.
  let closed: Set<String>

  init(registers: [Register], reads: [String: [String: Set<String>]]) {
    var personal: [String: Set<String>] = [:]
    for register in registers {
      let columns = register.fields.filter(\.isPersonal).flatMap(\.sqlColumns).map(\.name)
      if !columns.isEmpty { personal[register.name] = Set(columns) }
    }
    var closed = Set(personal.keys)
    var grows = true
    while grows {
      grows = false
      for (model, tables) in reads where !closed.contains(model) {
        let leaks = tables.contains { table, columns in
          personal[table].map { !$0.isDisjoint(with: columns) } ?? closed.contains(table)
        }
        if leaks { grows = closed.insert(model).inserted || grows }
      }
    }
    self.closed = closed
  }

  /// The columns that public outputs may name.
  func open(_ columns: [String: [String]]) -> [String: [String]] {
    columns.filter { !closed.contains($0.key) }
  }

  /// A reference to a closed table is no misspelling.
  func explained(_ error: DefinitionError) -> DefinitionError {
    guard case .unknownName(let kind, let name, _) = error.problem, [.model, .table].contains(kind),
      closed.contains(name)
    else { return error }
    var error = error
    error.problem = .other(
      "“\(name)”含有个人信息列，不能用于公开产出", english: "'\(name)' holds personal data and cannot be published")
    return error
  }
}
