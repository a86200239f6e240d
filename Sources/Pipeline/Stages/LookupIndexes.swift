import Emit
import Store

/// Indexes on models that outputs with one file a row look up: looking through a whole model for each file costs more
/// than an index, and so do sums by what is looked up.
struct LookupIndexes {
  private let sources: Set<RowSource>

  init(_ folder: PipelineFolder) {
    sources = folder.definition.outputs.filter { $0.forEach != nil }
      .reduce(into: []) { $0.formUnion(Self.sources(of: $1, in: folder)) }
  }

  /// Makes those of a model that has its rows.
  func make(on model: String, in store: Store) throws {
    for source in sources where source.model == model && !source.by.isEmpty {
      try store.makeIndex(on: model, columns: source.by)
    }
  }

  /// The models that a file of the output is made from, with the columns by which they are looked up.
  private static func sources(
    of output: PipelineDefinition.Output, in folder: PipelineFolder
  ) -> Set<RowSource> {
    if case .workbook(let name) = output.kind { return folder.workbooks[name]?.sources ?? [] }
    if case .data(let names) = output.kind { return tables(names, of: output, in: folder) }
    guard let plan = output.use.flatMap({ folder.notices[$0] }) else { return [] }
    let tables = plan.notice.tables.flatMap { folder.workbooks[$0] }
    return plan.sources.union(tables?.sources ?? [])
  }

  private static func tables(
    _ names: [String], of output: PipelineDefinition.Output, in folder: PipelineFolder
  ) -> Set<RowSource> {
    guard let key = output.forEach.flatMap({ folder.columns[$0]?.first }) else { return [] }
    let models = folder.openData.filter { names.contains($0.name) }.map(\.model)
    return Set(models.map { RowSource(model: $0, by: [key]) })
  }
}
