import Emit
import Figures
import Foundation

/// Writes the published tables as data for machines: `data/*.csv` with their Data Package.
struct OpenDataStage {
  private let run: Run
  private let tables: RunTables

  init(_ run: Run, _ tables: RunTables) { (self.run, self.tables) = (run, tables) }

  /// The file of a table.
  static func file(of definition: OpenDataDefinition) -> String { "data/" + definition.table.path }

  /// Writes one table.
  func write(_ definition: OpenDataDefinition, into runFolder: RunFolder) throws -> OpenDataPackage.Resource {
    let path = runFolder.file(Self.file(of: definition))
    let bytes = try write(definition, to: path)
    return .init(table: definition.table, bytes: bytes, sha256: try Digest.file(path))
  }

  /// Writes the descriptor of all tables, and returns its name.
  static func describe(
    _ resources: [OpenDataPackage.Resource], _ run: Run, into runFolder: RunFolder
  ) throws -> String {
    let pipeline = run.folder.definition
    let package = OpenDataPackage(
      name: "\(pipeline.name)-\(run.period)", title: "\(pipeline.title) \(run.period)", resources: resources)
    let file = "data/datapackage.json"
    try package.write(to: runFolder.file(file))
    return file
  }

  private func write(_ definition: OpenDataDefinition, to path: String) throws -> Int {
    var writer = try OpenDataWriter(definition.table, to: path)
    try tables.forEachRow(of: definition.model, where: []) { row in
      try writer.write(
        try definition.cells(of: row) { reference in try tables.figures.value(reference) { row[$0] } })
    }
    return try writer.finish()
  }
}
