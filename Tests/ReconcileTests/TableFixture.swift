import Definitions
import Figures
import Foundation
import Store
import Testing

@testable import Reconcile

/// Checks over real tables. A table is text as in a register: its columns, then its rows, of which the first is row 2;
/// an empty cell is NULL, whole numbers are integers.
struct TableFixture {
  private let store: Store
  private let columns: [String: [String]]
  private let path: String

  init(_ tables: KeyValuePairs<String, String>) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID()).sqlite").path
    store = try Store(path: path)
    var columns: [String: [String]] = [:]
    for (number, (name, text)) in tables.enumerated() {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
      let own = lines[0] + ["_file", "_row"]
      let rows = lines.dropFirst().enumerated().map { index, cells in
        cells.map(Self.value) + [.integer(Int64(number + 1)), .integer(Int64(index + 2))]
      }
      try store.createTable(name, columns: own, rows: rows)
      columns[name] = own
    }
    self.columns = columns
  }

  /// What the balances and ratios of a `checks.yaml` come to.
  func report(_ yaml: String) throws -> BalanceReport {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = try store.reader()
    let names = columns
    let context = CheckContext(
      query: { try Self.counted($0, reader) },
      columns: { names[$0] ?? [] },
      file: { if case .integer(let file)? = $0 { "2025/\(file).csv" } else { "" } },
      registerFile: { table, _ in "2025/\(table).csv" }, figure: { _, _, _ in nil },
      isGiven: { _ in true }, unnamedParts: { _, _, _ in [] })
    let checks = try checks(yaml)
    var report = BalanceReport()
    for one in try checks.balances.map({ try $0.check(context) })
      + checks.ratios.map({ try $0.check(context) })
    {
      report.findings += one.findings
      report.residuals += one.residuals
      report.groups += one.groups
    }
    return report
  }

  /// As the pipeline asks: what leaves 64 bits, a product too, is an overflow.
  private static func counted(_ sql: String, _ reader: Reader) throws -> [ResultRow] {
    do {
      return try reader.rows(sql)
    } catch {
      switch error {
      case .overflow, .notExact: throw ArithmeticOverflow()
      default: throw error
      }
    }
  }

  private static func value(_ cell: String) -> Value {
    cell.isEmpty ? .null : Int64(cell).map(Value.integer) ?? .text(cell)
  }
}

extension BalanceReport {
  /// Findings as `file row: sentence`.
  var said: [String] {
    findings.map { finding in
      let row = finding.location.row.map { " \($0)" } ?? ""
      return "\(finding.location.file.replacing("2025/", with: ""))\(row): \(finding.facts.message ?? "")"
    }
  }
}
