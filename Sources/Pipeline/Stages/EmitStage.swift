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

  init(_ run: Run, _ loaded: LoadedRegisters, store: Store, _ tables: RunTables) {
    (self.run, self.store, self.tables) = (run, store, tables)
    period = NoticePeriod(year: run.period.year, before: run.period.before, isCompared: loaded.hasBefore)
  }

  func perform(into runFolder: RunFolder, _ book: inout RunBook) throws {
    let jobs = try run.folder.definition.outputs.flatMap(jobs)
    try Self.checkNames(jobs)
    for job in jobs { try runFolder.makeFolder(for: job.file) }
    try LookupIndexes(run.folder, store).make(for: jobs.map(\.output))
    let open = try write(jobs, into: runFolder, &book.record)
    if let review = run.folder.definition.review {
      let outputs = jobs.map { ReviewStage.Output(file: $0.file, row: $0.row) } + open.map { .init(file: $0) }
      try ReviewStage(run, review, tables).perform(outputs, into: runFolder, &book.record)
    }
  }

  /// Writes everything on all cores, and returns the files of the open data. What there is few of is large: it is
  /// begun first.
  private func write(_ jobs: [Job], into runFolder: RunFolder, _ record: inout RunRecord) throws -> [String] {
    let tables = run.folder.openData
    if !tables.isEmpty { try FileSystem.makeFolder(runFolder.file("data")) }
    let files = Dictionary(grouping: jobs, by: \.output.line).mapValues(\.count)
    let work = jobs.map { ($0, files[$0.output.line] ?? 1) }.map(Work.file) + tables.map(Work.table)
    let targets = linkTargets(jobs)
    var resources: [OpenDataPackage.Resource] = []
    for (output, resource) in try AllCores.map(
      work, rank: \.files, contexts: ownTables, { try write($0, $1, targets, into: runFolder) })
    {
      record.outputs.append(output)
      if let resource { resources.append(resource) }
    }
    if tables.isEmpty { return [] }
    let descriptor = try OpenDataStage.describe(resources, run, into: runFolder)
    let digest = try Digest.file(runFolder.file(descriptor))
    record.outputs.append(.init(path: descriptor, sha256: digest, audience: .public))
    return tables.map(OpenDataStage.file) + [descriptor]
  }

  private enum Work: Sendable {
    /// A workbook, notice, page or copy, and how many files there are of its kind.
    case file(Job, of: Int)
    case table(OpenDataDefinition)

    var files: Int { if case .file(_, let files) = self { files } else { 1 } }
  }

  private func write(
    _ work: Work, _ tables: RunTables, _ targets: [RunRecord.Output.Audience: Set<String>],
    into runFolder: RunFolder
  ) throws -> (RunRecord.Output, OpenDataPackage.Resource?) {
    switch work {
    case .file(let job, let files):
      let path = runFolder.file(job.file)
      switch job.output.kind {
      case .workbook(let name):
        let targets = LinkTargets(file: job.file, outputs: targets[job.output.audience, default: []])
        try writeWorkbook(
          name, job.row, tables, targets, isOneOfMany: files >= LookupIndexes.manyFiles, to: path)
      case .notice: try writeNotice(job, tables, to: path)
      case .page: try writePage(job, tables, to: path)
      case .copy(let pattern): try copy(pattern, job.row, to: path)
      }
      return (.init(path: job.file, sha256: try Digest.file(path), audience: job.output.audience), nil)
    case .table(let definition):
      let resource = try OpenDataStage(run, tables).write(definition, into: runFolder)
      let file = OpenDataStage.file(of: definition)
      return (.init(path: file, sha256: resource.sha256, audience: .public), resource)
    }
  }

  /// The tables over a connection of its own, for one core.
  private func ownTables() throws -> RunTables {
    RunTables(reader: try store.reader(), figures: tables.figures)
  }

  // MARK: Jobs

  private struct Job: Sendable {
    var output: PipelineDefinition.Output
    var file: String
    /// The row that the file is made for.
    var row: ResultRow?
  }

  private func jobs(of output: PipelineDefinition.Output) throws -> [Job] {
    guard let model = output.forEach else { return [Job(output: output, file: output.file, row: nil)] }
    return try tables.reader.rows("SELECT * FROM \(quoted(model)) ORDER BY rowid").map { row in
      Job(output: output, file: try Self.file(output.file, for: row), row: row)
    }
  }

  /// Fills in the columns of the file's name. A value that is empty or would lead elsewhere is refused.
  private static func file(_ pattern: String, for row: ResultRow) throws -> String {
    var file = pattern
    for (column, value) in zip(row.columns, row.values) where file.contains("{\(column)}") {
      let text =
        switch value {
        case .null: ""
        case .integer(let number): "\(number)"
        case .text(let text): text
        }
      if text.isEmpty || text.hasPrefix(".") || text.contains(where: { "/\\\0".contains($0) }) {
        throw RunError.pipeline("\(pattern): “\(text)”不能作文件名 / cannot name a file")
      }
      file = file.replacing("{\(column)}", with: text)
    }
    return file
  }

  /// What a workbook for the public may link to, and what one for the office may.
  private func linkTargets(_ jobs: [Job]) -> [RunRecord.Output.Audience: Set<String>] {
    let open = run.folder.openData.map { "data/" + $0.table.path }
    let published = jobs.filter { $0.output.audience == .public }.map(\.file)
    return [.public: Set(published + open), .internal: Set(jobs.map(\.file) + open)]
  }

  private static func checkNames(_ jobs: [Job]) throws {
    var seen: Set<String> = []
    for job in jobs where !seen.insert(job.file).inserted {
      throw RunError.pipeline("\(job.file): 两份产出同名 / two outputs have this name")
    }
  }

  // MARK: One output

  private func writeWorkbook(
    _ name: String, _ row: ResultRow?, _ tables: RunTables, _ targets: LinkTargets, isOneOfMany: Bool,
    to path: String
  ) throws {
    guard let layout = run.folder.workbooks[name] else { return }
    var builder = builder(row, tables)
    builder.targets = targets
    let grids = try builder.grids(layout)
    try WorkbookWriter(created: run.asOf, isOneOfMany: isOneOfMany).write(grids, to: path)
  }

  private func writeNotice(_ job: Job, _ tables: RunTables, to path: String) throws {
    guard let plan = job.output.use.flatMap({ run.folder.notices[$0] }), let row = job.row else { return }
    let sheets = try grids(of: plan, row, tables)?.map(GridText.text).joined(separator: "\n")
    let record = try plan.record(of: row, period: period, tables: sheets, from: tables)
    try FileSystem.write(Data(try run.folder.templates.render(plan, record).utf8), to: path)
  }

  /// Copies a file of the period's folder, which the registers' check found there.
  private func copy(_ pattern: String, _ row: ResultRow?, to path: String) throws {
    let folder = run.workplace.input(run.folder.definition.name, run.period.folder)
    let file = try row.map { try Self.file(pattern, for: $0) } ?? pattern
    guard let source = FileSystem.realPath("\(folder)/\(file)", inside: folder) else {
      throw FileSystem.failure("\(folder)/\(file)", FileSystem.reason(ENOENT))
    }
    try FileSystem.copy(source, to: path)
  }

  private func writePage(_ job: Job, _ tables: RunTables, to path: String) throws {
    guard let plan = job.output.use.flatMap({ run.folder.notices[$0] }), let row = job.row else { return }
    let sheets = try grids(of: plan, row, tables, isTraced: true)
    let record = try plan.record(
      of: row, period: period, tables: sheets.map { _ in "" }, isTraced: true, from: tables)
    let page = try run.folder.templates.page(plan, record, sheets: sheets ?? [])
    try FileSystem.write(Data(page.utf8), to: path)
  }

  /// The sheets that a notice shows; nil when it shows none.
  private func grids(
    of plan: NoticePlan, _ row: ResultRow, _ tables: RunTables, isTraced: Bool = false
  ) throws -> [Grid]? {
    guard let layout = plan.notice.tables.flatMap({ run.folder.workbooks[$0] }) else {
      return nil
    }
    var builder = builder(row, tables)
    builder.isTraced = isTraced
    return try builder.grids(layout)
  }

  private func builder(_ row: ResultRow?, _ tables: RunTables) -> GridBuilder {
    GridBuilder(data: tables, period: period.row, publisher: row)
  }
}
