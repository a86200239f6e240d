import Emit
import Figures
import Foundation

/// Writes published tables as data for machines: CSV files with their Data Package.
struct OpenDataStage {
  /// Where the tables of all publishers together are.
  static let folder = "data"

  private let run: Run
  private let tables: RunTables
  private let runFolder: RunFolder

  init(_ run: Run, _ tables: RunTables, into runFolder: RunFolder) {
    (self.run, self.tables, self.runFolder) = (run, tables, runFolder)
  }

  static func file(of definition: OpenDataDefinition, in folder: String) -> String {
    "\(folder)/\(definition.table.path)"
  }

  /// The file that describes the tables of a folder.
  static func descriptor(in folder: String) -> String { folder + "/datapackage.json" }

  /// Writes one table: all of its rows, or those that belong to a row, equal in that one's first column.
  func write(
    _ definition: OpenDataDefinition, of row: ResultRow? = nil, in folder: String
  ) throws -> OpenDataPackage.Resource {
    let path = runFolder.file(Self.file(of: definition, in: folder))
    var rows = try OpenDataRows(definition, to: path)
    try forEachRow(definition, of: row) { row in
      try rows.write(row) { reference in try tables.figures.value(reference) { row[$0] } }
    }
    return .init(table: definition.table, bytes: try rows.finish(), sha256: try Digest.file(path))
  }

  private func forEachRow(
    _ definition: OpenDataDefinition, of row: ResultRow?, _ body: (ResultRow) throws -> Void
  ) throws {
    guard let row else {
      return try tables.forEachRow(of: definition.model, columns: definition.columnsRead, body)
    }
    try tables.forEachRow(
      of: definition.model, where: [(column: row.columns[0], value: row[place: 0])], body)
  }

  /// Describes the tables of a folder; `code` is of what the folder is about, when that is one row.
  func describe(
    _ resources: [OpenDataPackage.Resource], in folder: String, code: String? = nil
  ) throws -> RunRecord.Output {
    let pipeline = run.folder.definition
    let about = [pipeline.name, "\(run.period)"] + [code.map(Self.name)].compactMap { $0 }
    let title = [pipeline.title, "\(run.period)"] + [code].compactMap { $0 }
    let package = OpenDataPackage(
      name: about.joined(separator: "-"), title: title.joined(separator: " "), resources: resources)
    let file = Self.descriptor(in: folder)
    try package.write(to: runFolder.file(file))
    return .init(path: file, sha256: try Digest.file(runFolder.file(file)), audience: .public)
  }

  /// Writes tables of one row into a folder of its own.
  func write(_ names: [String], of row: ResultRow, in folder: String) throws -> [RunRecord.Output] {
    try FileSystem.makeFolder(runFolder.file(folder))
    var outputs: [RunRecord.Output] = []
    var resources: [OpenDataPackage.Resource] = []
    for definition in run.folder.openData where names.contains(definition.name) {
      let resource = try write(definition, of: row, in: folder)
      resources.append(resource)
      let file = Self.file(of: definition, in: folder)
      outputs.append(.init(path: file, sha256: resource.sha256, audience: .public))
    }
    return outputs + [try describe(resources, in: folder, code: row[place: 0].words)]
  }

  /// As the standard has names of packages: small letters, digits, `-`, `_`, `.`.
  private static func name(_ code: String) -> String {
    String(code.lowercased().map { OpenDataTable.isUsable(name: String($0)) ? $0 : "-" })
  }
}
