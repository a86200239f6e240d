import Emit
import Figures
import Foundation
import Store

extension NoticePeriod {
  /// As layouts know it.
  fileprivate var row: ResultRow {
    ResultRow(columns: ["year", "before"], values: [.integer(Int64(year)), .integer(Int64(before))])
  }
}

/// Writes the workbooks, notices, pages and open data of a run. Outputs that repeat are written on all cores.
struct EmitStage: Sendable {
  private let run: Run
  private let store: Store
  private let tables: RunTables
  private let period: NoticePeriod
  /// The digests of the files that registers name.
  private let namedFiles: [String: String]

  init(_ run: Run, _ loaded: LoadedRegisters, store: Store, _ tables: RunTables) {
    (self.run, self.store, self.tables) = (run, store, tables)
    period = NoticePeriod(year: run.period.year, before: run.period.before, isCompared: loaded.hasBefore)
    namedFiles = loaded.namedFiles
  }

  func perform(into runFolder: RunFolder, _ book: inout RunBook) throws {
    let outputs = run.folder.definition.outputs.filter { $0.when == nil || $0.when == run.period.kind }
    let jobs = try OutputJob.jobs(of: outputs, from: tables.reader)
    for job in jobs { try runFolder.makeFolder(for: job.file) }
    let made = try write(jobs, into: runFolder)
    book.record.outputs += made.flatMap(\.outputs)
    if let review = run.folder.definition.review {
      let outputs = made.flatMap { made in
        made.outputs.map { ReviewStage.Output(file: $0.path, row: made.row) }
      }
      try ReviewStage(run, review, tables).perform(outputs, into: runFolder, &book.record)
    }
  }

  private enum Work: Sendable {
    case outputs(OutputGroup)
    case table(OpenDataDefinition)

    /// How many outputs there are of its kind.
    var count: Int { if case .outputs(let group) = self { group.rank } else { 1 } }
  }

  private struct Made: Sendable {
    var outputs: [RunRecord.Output]
    var row: ResultRow?
    var resource: OpenDataPackage.Resource?
  }

  /// Writes everything on all cores. What there is few of is large: it is begun first.
  private func write(_ jobs: [OutputJob], into runFolder: RunFolder) throws -> [Made] {
    let open = run.folder.openData
    if !open.isEmpty { try FileSystem.makeFolder(runFolder.file(OpenDataStage.folder)) }
    let counts = Dictionary(grouping: jobs, by: \.output.line).mapValues(\.count)
    let groups = OutputGroup.groups(of: jobs, counts: counts, cores: AllCores.count)
    let targets = OutputJob.linkTargets(jobs, open)
    let work = groups.map(Work.outputs) + open.map(Work.table)
    let made = try AllCores.map(work, rank: \.count, contexts: ownTables) { work, tables in
      switch work {
      case .table(let definition): return [try write(definition, tables, into: runFolder)]
      case .outputs(let group):
        return try tables.memory.during {
          try group.jobs.map { try write(jobs[$0], tables, targets, into: runFolder) }
        }
      }
    }
    var ordered = zip(groups.flatMap(\.jobs), made.joined()).sorted { $0.0 < $1.0 }.map(\.1)
    ordered += made.dropFirst(groups.count).joined()
    if !open.isEmpty {
      let stage = OpenDataStage(run, tables, into: runFolder)
      let descriptor = try stage.describe(ordered.compactMap(\.resource), in: OpenDataStage.folder)
      ordered.append(Made(outputs: [descriptor]))
    }
    return ordered
  }

  private func write(
    _ job: OutputJob, _ tables: RunTables, _ targets: [RunRecord.Output.Audience: Set<String>],
    into runFolder: RunFolder
  ) throws -> Made {
    let path = runFolder.file(job.file)
    switch job.output.kind {
    case .workbook(let name):
      let targets = LinkTargets(file: job.file, outputs: targets[job.output.audience, default: []])
      try writeWorkbook(name, job.row, tables, targets, to: path)
    case .notice: try writeNotice(job, tables, to: path)
    case .page: try writePage(job, tables, to: path)
    case .copy(let pattern):
      let digest = try copy(pattern, job.row, to: path)
      return Made(
        outputs: [.init(path: job.file, sha256: digest, audience: job.output.audience)], row: job.row)
    case .data(let names):
      guard let row = job.row else { return Made(outputs: []) }
      let outputs = try OpenDataStage(run, tables, into: runFolder).write(names, of: row, in: job.file)
      return Made(outputs: outputs, row: row)
    }
    let digest = try Digest.file(path)
    return Made(outputs: [.init(path: job.file, sha256: digest, audience: job.output.audience)], row: job.row)
  }

  private func write(
    _ definition: OpenDataDefinition, _ tables: RunTables, into runFolder: RunFolder
  ) throws -> Made {
    let resource = try OpenDataStage(run, tables, into: runFolder).write(definition, in: OpenDataStage.folder)
    let file = OpenDataStage.file(of: definition, in: OpenDataStage.folder)
    return Made(outputs: [.init(path: file, sha256: resource.sha256, audience: .public)], resource: resource)
  }

  /// The tables over a connection of its own, for one core.
  private func ownTables() throws -> RunTables {
    RunTables(reader: try store.reader(), figures: tables.figures)
  }

  // MARK: One output

  private func writeWorkbook(
    _ name: String, _ row: ResultRow?, _ tables: RunTables, _ targets: LinkTargets, to path: String
  ) throws {
    guard let layout = run.folder.workbooks[name] else { return }
    var builder = builder(row, tables)
    builder.targets = targets
    let grids = try builder.grids(layout)
    try WorkbookWriter(created: run.asOf).write(grids, to: path)
  }

  private func writeNotice(_ job: OutputJob, _ tables: RunTables, to path: String) throws {
    guard let plan = job.output.use.flatMap({ run.folder.notices[$0] }), let row = job.row else { return }
    let sheets = try grids(of: plan, row, tables)?.map(GridText.text).joined(separator: "\n")
    let record = try plan.record(of: row, period: period, tables: sheets, from: tables)
    try FileSystem.write(Data(try run.folder.templates.render(plan, record).utf8), to: path)
  }

  /// Copies a file of the period's folder, which the registers' check found there and whose bytes are still those.
  /// Returns its digest.
  private func copy(_ pattern: String, _ row: ResultRow?, to path: String) throws -> String {
    let folder = run.workplace.input(run.folder.definition.name, run.period.folder)
    let file = try row.map { try OutputJob.file(pattern, for: $0) } ?? pattern
    guard let source = FileSystem.realPath("\(folder)/\(file)", inside: folder) else {
      throw FileSystem.failure("\(folder)/\(file)", FileSystem.reason(ENOENT))
    }
    try FileSystem.copy(source, to: path)
    let digest = try Digest.file(path)
    if let checked = namedFiles["\(run.period.folder)/\(file)"], checked != digest {
      throw FileSystem.changed("\(folder)/\(file)")
    }
    return digest
  }

  private func writePage(_ job: OutputJob, _ tables: RunTables, to path: String) throws {
    guard let plan = job.output.use.flatMap({ run.folder.notices[$0] }), let row = job.row else { return }
    let sheets = try grids(of: plan, row, tables)
    let record = try plan.record(
      of: row, period: period, tables: sheets.map { _ in "" }, isTraced: true, from: tables)
    let page = try run.folder.templates.page(plan, record, sheets: sheets ?? [])
    try FileSystem.write(Data(page), to: path)
  }

  /// The sheets that a notice shows, as text or in its page; nil when it shows none.
  private func grids(of plan: NoticePlan, _ row: ResultRow, _ tables: RunTables) throws -> [Grid]? {
    guard let name = plan.notice.tables, let layout = run.folder.workbooks[name] else { return nil }
    return try tables.sheets.grids(of: name, for: row) {
      var builder = builder(row, tables)
      builder.isTraced = true
      return try builder.grids(layout)
    }
  }

  private func builder(_ row: ResultRow?, _ tables: RunTables) -> GridBuilder {
    GridBuilder(data: tables, period: period.row, publisher: row)
  }
}
