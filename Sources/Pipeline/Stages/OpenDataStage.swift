import Emit
import Figures
import Foundation

/// Writes the published tables as data for machines: `data/*.csv` with their Data Package.
struct OpenDataStage {
  private let run: Run
  private let tables: RunTables

  init(_ run: Run, _ tables: RunTables) { (self.run, self.tables) = (run, tables) }

  /// Returns the files that were written.
  func perform(into runFolder: RunFolder) throws -> [String] {
    let definitions = run.folder.openData
    if definitions.isEmpty { return [] }
    try FileSystem.makeFolder(runFolder.file("data"))
    var resources: [OpenDataPackage.Resource] = []
    for definition in definitions {
      let table = definition.table
      let path = runFolder.file("data/" + table.path)
      let bytes = try write(definition, to: path)
      resources.append(.init(table: table, bytes: bytes, sha256: try Digest.file(path)))
    }
    let pipeline = run.folder.definition
    let package = OpenDataPackage(
      name: "\(pipeline.name)-\(run.period)", title: "\(pipeline.title) \(run.period)", resources: resources)
    try package.write(to: runFolder.file("data/datapackage.json"))
    return definitions.map { "data/" + $0.table.path } + ["data/datapackage.json"]
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
