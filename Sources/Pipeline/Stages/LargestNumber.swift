import Figures
import Ingest
import Store

/// The largest number in some registers: where a sum leaves 64 bits, it is most often the wrong one.
struct LargestNumber {
  var place: SourceLocation
  var text: String

  /// nil where the registers have no numbers.
  init?(in registers: Set<String>, _ run: Run, _ loaded: LoadedRegisters, _ reader: Reader) throws {
    var largest: (magnitude: UInt64, field: Field, row: ResultRow)?
    for register in run.folder.registers where registers.contains(register.name) {
      let used = run.folder.usedColumns[register.name, default: []]
      for field in register.fields
      where [.number, .integer].contains(field.type) && used.contains(field.column) {
        guard let row = try reader.rows(Self.sql(field.column, register.name)).first,
          case .integer(let value)? = row["value"], value.magnitude > largest?.magnitude ?? 0
        else { continue }
        largest = (value.magnitude, field, row)
      }
    }
    guard let largest, case .integer(let value)? = largest.row["value"] else { return nil }
    let field = largest.field
    place = SourceLocation(
      file: loaded.files.path(largest.row["_file"]), row: Self.number(largest.row["_row"]),
      column: field.name)
    let decimals = field.storedDecimals
    let number = NumberFormat(decimals: decimals, isGrouped: true).string(
      Fixed(units: value, decimals: decimals))
    text = number + (field.unit.map { " \($0)" } ?? "")
  }

  /// Without the sign, of which the smallest number has none.
  private static func sql(_ column: String, _ register: String) -> String {
    let column = quoted(column)
    return "SELECT \(column) AS value, _file, _row FROM \(quoted(register)) WHERE \(column) IS NOT NULL"
      + " ORDER BY CASE WHEN \(column) < 0 THEN -(\(column) + 1) ELSE \(column) END DESC, _file, _row LIMIT 1"
  }

  private static func number(_ value: Value?) -> Int? {
    if case .integer(let number)? = value { Int(number) } else { nil }
  }
}

extension Finding {
  /// A sum over some registers is too large. `of` says which sum, or over what.
  static func tooLarge(
    _ of: String, over registers: Set<String>, _ run: Run, _ loaded: LoadedRegisters, _ reader: Reader
  ) throws -> Finding {
    let largest = try LargestNumber(in: registers, run, loaded, reader)
    let file = registers.sorted().lazy.compactMap { loaded.files.registers[$0] }.first ?? ""
    return Finding(
      .overflowSum, at: largest?.place ?? SourceLocation(file: file),
      facts: Facts(found: largest?.text, arguments: ["of": of]))
  }
}

extension Error {
  /// Whether a sum or a product left 64 bits. SQLite makes a product that does into a decimal; nothing else does, since
  /// what divides does not load.
  var isOfLargeNumbers: Bool {
    switch self as? StoreError {
    case .overflow, .notExact: true
    default: self is ArithmeticOverflow
    }
  }
}
