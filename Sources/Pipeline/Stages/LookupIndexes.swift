import Emit
import Store

/// Indexes for outputs that repeat often: looking through whole models for each file costs more than an index.
struct LookupIndexes {
  /// From so many files of a kind on.
  static let manyFiles = 32

  private let folder: PipelineFolder
  private let store: Store

  init(_ folder: PipelineFolder, _ store: Store) { (self.folder, self.store) = (folder, store) }

  /// - Parameter outputs: one of them for each file.
  func make(for outputs: [PipelineDefinition.Output]) throws {
    var sources: Set<RowSource> = []
    for files in Dictionary(grouping: outputs, by: \.line).values where files.count >= Self.manyFiles {
      sources.formUnion(self.sources(of: files[0]))
    }
    for source in sources where !source.by.isEmpty {
      try store.makeIndex(on: source.model, columns: source.by)
    }
  }

  /// The models that a file of the output is made from, with the columns by which they are looked up.
  private func sources(of output: PipelineDefinition.Output) -> Set<RowSource> {
    if case .workbook(let name) = output.kind { return folder.workbooks[name]?.sources ?? [] }
    if case .data(let names) = output.kind { return tables(names, of: output) }
    guard let plan = output.use.flatMap({ folder.notices[$0] }) else { return [] }
    let tables = plan.notice.tables.flatMap { folder.workbooks[$0] }
    return plan.sources.union(tables?.sources ?? [])
  }

  private func tables(_ names: [String], of output: PipelineDefinition.Output) -> Set<RowSource> {
    guard let key = output.forEach.flatMap({ folder.columns[$0]?.first }) else { return [] }
    let models = folder.openData.filter { names.contains($0.name) }.map(\.model)
    return Set(models.map { RowSource(model: $0, by: [key]) })
  }
}
