import Figures
import Ingest
import Store

/// What the columns of tables can hold, as far as the folder says it: `enum` and `categories`, common code lists – also
/// through references between registers –, parameters, and the constants of models' SQL.
///
/// nil is a column of which only the data knows. A list read from `pipelines/common` is read once, when it is asked for.
final class PossibleValues {
  private struct Place: Hashable { var table: String, column: String }

  private let registers: [Register]
  private let parameters: [Parameter]
  private let models: [String: ExaminedModel]
  private let columns: [String: [String]]
  private let common: String
  private var origins: [String: [ColumnOrigins.Origins]] = [:]
  private var known: [Place: Set<String>?] = [:]

  /// - Parameter common: the folder of common code lists.
  init(
    registers: [Register], parameters: [Parameter], models: [ExaminedModel], columns: [String: [String]],
    common: String
  ) {
    (self.registers, self.parameters, self.columns, self.common) = (registers, parameters, columns, common)
    self.models = Dictionary(models.map { ($0.model.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func values(of column: String, in table: String) -> Set<String>? {
    let place = Place(table: table, column: column)
    if let known = known[place] { return known }
    // A column that comes from itself, by a register's reference to itself, is not known.
    known.updateValue(nil, forKey: place)
    let values = found(place)
    known.updateValue(values, forKey: place)
    return values
  }

  private func found(_ place: Place) -> Set<String>? {
    if place.table == Parameter.table {
      return parameters.first { $0.name == place.column }?.value.words.map { [$0] }
    }
    if let model = models[place.table] { return values(of: place, in: model) }
    guard let register = registers.first(where: { $0.name == place.table }),
      let field = register.fields.first(where: { $0.column == place.column })
    else { return nil }
    return members(of: field) ?? codes(of: field, in: register) ?? referenced(by: field, in: register)
  }

  // MARK: Registers

  /// As the store has them: what is written in another form than it is kept in, is not compared.
  private func members(of field: Field) -> Set<String>? {
    switch field.type {
    case .boolean: ["0", "1"]
    case .string, .year: field.constraints.members.map(Set.init)
    case .integer where field.unit != "%" && field.decimals == 0: field.constraints.members.map(Set.init)
    default: nil
    }
  }

  /// The codes of a common list.
  private func codes(of field: Field, in register: Register) -> Set<String>? {
    guard let file = register.common, register.primaryKey == [field.name] else { return nil }
    var codes: Set<String> = []
    let summary = try? RegisterReader.read(
      register, file: "\(common)/\(file)", shownAs: file, storing: [field.column], findings: FindingLog()
    ) { batch in
      for cell in batch.cells {
        if cell.length >= 0 {
          let start = Int(cell.payload)
          codes.insert(String(decoding: batch.bytes[start..<start + Int(cell.length)], as: UTF8.self))
        } else if cell.length == RowBatch.Cell.integer {
          codes.insert("\(cell.payload)")
        }
      }
    }
    return summary == nil || codes.isEmpty ? nil : codes
  }

  /// Those of the column that the field refers to.
  private func referenced(by field: Field, in register: Register) -> Set<String>? {
    for key in register.foreignKeys where key.fields == [field.name] {
      guard let target = registers.first(where: { $0.name == key.register }),
        let other = target.field(named: key.referenced[0]),
        let values = values(of: other.column, in: target.name)
      else { continue }
      return values
    }
    return nil
  }

  // MARK: Models

  private func values(of place: Place, in model: ExaminedModel) -> Set<String>? {
    let made = model.model.computed?.columns.count ?? 0
    if origins[place.table] == nil {
      origins[place.table] = ColumnOrigins { self.columns[$0] }
        .origins(of: model.model.sql, count: model.columns.count - made)
    }
    guard let index = model.columns.firstIndex(of: place.column), let all = origins[place.table],
      all.indices.contains(index), let own = all[index]
    else { return nil }
    var values: Set<String> = []
    for origin in own {
      switch origin {
      case .constant(let value): values.insert(value)
      case .column(let table, let name):
        guard let more = self.values(of: name, in: table) else { return nil }
        values.formUnion(more)
      }
    }
    return values
  }
}
