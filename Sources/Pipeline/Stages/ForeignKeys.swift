import Definitions
import Figures
import Foundation
import Ingest
import Store

/// The references between registers: every value that a register takes from another one is there.
///
/// A row of a year is held against that year's rows of the other register. A code list that is common, and a register
/// that is never read in the year before, hold for both years.
struct ForeignKeys {
  private static let mostValues = 5_000

  private let registers: [Register]
  private let loaded: LoadedRegisters
  private let findings: FindingLog

  init(_ registers: [Register], _ loaded: LoadedRegisters, findings: FindingLog) {
    (self.registers, self.loaded, self.findings) = (registers, loaded, findings)
  }

  /// Returns the registers with a reference that points at nothing.
  func check(_ reader: Reader) throws -> Set<String> {
    var faulty: Set<String> = []
    for register in registers where !loaded.unread.contains(register.name) {
      for key in register.foreignKeys {
        guard let target = registers.first(where: { $0.name == key.register }),
          !loaded.unread.contains(target.name), isKnown(key.fields, of: register),
          isKnown(key.referenced, of: target)
        else { continue }
        let sql = Self.sql(register, key, target, comparesYears: loaded.hasBefore)
        let wrong = WrongCells(findings.listed)
        if try isExplained(sql, by: wrong, key, target, reader) {
          faulty.insert(register.name)
          continue
        }
        let known = try values(of: key, in: target, reader)
        var rows = 0
        try reader.forEachRow(sql) { row in
          faulty.insert(register.name)
          let listed = rows < FindingLog.listedPerCode
          let finding = finding(row, register, key, target, listed ? known : [])
          if wrong.contains(finding.location, among: key.fields) { return }
          rows += 1
          findings.report(finding)
        }
      }
    }
    return faulty
  }

  /// Whether the register's file has all of these columns.
  private func isKnown(_ fields: [String], of register: Register) -> Bool {
    let columns = fields.compactMap { register.field(named: $0)?.column }
    return loaded.lacking[register.name, default: []].isDisjoint(with: columns)
  }

  /// Whether no more values are missing than the other register has wrong keys: these are what is looked for, and that
  /// they are wrong has been said.
  private func isExplained(
    _ sql: String, by wrong: WrongCells, _ key: Register.ForeignKey, _ target: Register, _ reader: Reader
  ) throws -> Bool {
    guard let file = loaded.files.registers[target.name] else { return false }
    let rows = wrong.rows(of: file, columns: key.referenced)
    if rows == 0 { return false }
    let own = key.fields.indices.map { "value\($0)" }.joined(separator: ", ")
    let values =
      "WITH missing(_file, _row, \(own)) AS (\(sql)) SELECT DISTINCT \(own) FROM missing LIMIT \(rows + 1)"
    return (1...rows).contains(try reader.rows(values).count)
  }

  /// The values of a key of one column, as long as they are few enough to look through.
  private func values(
    of key: Register.ForeignKey, in target: Register, _ reader: Reader
  ) throws -> [String] {
    guard key.referenced.count == 1, let column = target.field(named: key.referenced[0])?.column else {
      return []
    }
    let sql =
      "SELECT DISTINCT \(quoted(column)) AS value FROM \(quoted(target.name)) ORDER BY 1 LIMIT \(Self.mostValues)"
    return try reader.rows(sql).compactMap { row in
      if case .text(let text)? = row["value"] { return text }
      return nil
    }
  }

  /// The SQL columns that references use, by register.
  static func columns(_ registers: [Register]) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    for register in registers {
      for key in register.foreignKeys {
        columns[register.name, default: []].formUnion(
          key.fields.compactMap { register.field(named: $0)?.column })
        guard let target = registers.first(where: { $0.name == key.register }) else { continue }
        columns[target.name, default: []]
          .formUnion(key.referenced.compactMap { target.field(named: $0)?.column })
      }
    }
    return columns
  }

  /// - Parameter comparesYears: whether the registers may have rows of two years.
  static func sql(
    _ register: Register, _ key: Register.ForeignKey, _ target: Register, comparesYears: Bool
  ) -> String {
    let own = key.fields.compactMap { register.field(named: $0)?.column }.map { "own.\(quoted($0))" }
    let theirs = key.referenced.compactMap { target.field(named: $0)?.column }.map(quoted)
    let table = quoted(target.name)
    /// Lists that do not depend on the row: each is made once, and looked up by every row.
    func isMissing(_ year: [String]) -> String {
      let known =
        "SELECT \((theirs + year).joined(separator: ", ")) FROM \(table) WHERE \(Self.filled(theirs))"
      return "(\((own + year.map { "own.\($0)" }).joined(separator: ", "))) NOT IN (\(known))"
    }
    let holdsAlways = target.common != nil || target.before == .none || !comparesYears
    let condition = isMissing(holdsAlways ? [] : ["_year"])
    return "SELECT own._file, own._row, \(own.joined(separator: ", ")) FROM \(quoted(register.name)) AS own "
      + "WHERE \(Self.filled(own)) AND \(condition) ORDER BY own._file, own._row"
  }

  private static func filled(_ columns: [String]) -> String {
    columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
  }

  private func finding(
    _ row: ResultRow, _ register: Register, _ key: Register.ForeignKey, _ target: Register, _ known: [String]
  ) -> Finding {
    let found = row.values.dropFirst(2).map { value in
      switch value {
      case .null: ""
      case .integer(let number): "\(number)"
      case .text(let text): text
      }
    }
    let location = SourceLocation(
      file: loaded.files.path(row["_file"]), row: row["_row"].flatMap(\.rowNumber),
      column: key.fields.joined(separator: "、"))
    var arguments = ["register": target.title, "column": key.referenced.joined(separator: "、")]
    if known.contains(found[0]) {
      arguments["elsewhere"] = found[0]
    } else {
      arguments["nearest"] = nearest(to: found[0].precomposedStringWithCompatibilityMapping, among: known)
    }
    return Finding(
      .foreignKey, at: location, facts: Facts(found: found.joined(separator: "、"), arguments: arguments))
  }
}

extension Value {
  var rowNumber: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
}
