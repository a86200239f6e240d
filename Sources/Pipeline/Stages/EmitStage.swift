import Emit
import Figures
import Foundation
import Store
import Synchronization

extension NoticePeriod {
  /// As layouts know it.
  fileprivate var row: ResultRow {
    ResultRow(columns: ["year", "before"], values: [.integer(Int64(year)), .integer(Int64(before))])
  }
}

/// Writes the workbooks, notices and open data of a run. Outputs that repeat are written on all cores.
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
    try inParallel(jobs) { job, tables in
      let path = runFolder.file(job.file)
      switch job.output.kind {
      case .workbook(let name): try writeWorkbook(name, job.row, tables, to: path)
      case .notice(let name): try writeNotice(name, job.row, tables, to: path)
      }
    }
    let open = try OpenDataStage(run, tables).perform(into: runFolder)
    for (file, audience) in jobs.map({ ($0.file, $0.output.audience) }) + open.map({ ($0, .public) }) {
      book.record.outputs.append(
        .init(path: file, sha256: try Digest.file(runFolder.file(file)), audience: audience))
    }
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

  private static func checkNames(_ jobs: [Job]) throws {
    var seen: Set<String> = []
    for job in jobs where !seen.insert(job.file).inserted {
      throw RunError.pipeline("\(job.file): 两份产出同名 / two outputs have this name")
    }
  }

  // MARK: One output

  private func writeWorkbook(_ name: String, _ row: ResultRow?, _ tables: RunTables, to path: String) throws {
    guard let layout = run.folder.workbooks[name] else { return }
    let grids = try builder(row, tables).grids(layout)
    try WorkbookWriter(created: run.asOf).write(grids, to: path)
  }

  private func writeNotice(_ name: String, _ row: ResultRow?, _ tables: RunTables, to path: String) throws {
    guard let plan = run.folder.notices[name], let row else { return }
    var sheets: String?
    if let layout = plan.notice.tables.flatMap({ run.folder.workbooks[$0] }) {
      sheets = try builder(row, tables).grids(layout).map(GridText.text).joined(separator: "\n")
    }
    let record = try plan.record(of: row, period: period, tables: sheets, from: tables)
    try FileSystem.write(Data(try run.folder.templates.render(plan, record).utf8), to: path)
  }

  private func builder(_ row: ResultRow?, _ tables: RunTables) -> GridBuilder {
    GridBuilder(data: tables, period: period.row, publisher: row)
  }

  // MARK: All cores

  /// Each core has a connection of its own. The first error, in the order of the jobs, is thrown.
  private func inParallel(_ jobs: [Job], _ work: @Sendable (Job, RunTables) throws -> Void) throws {
    let workers = max(1, min(jobs.count, ProcessInfo.processInfo.activeProcessorCount))
    let readers = try (0..<workers).map { _ in try store.reader() }
    let state = Mutex((next: 0, failures: [(Int, any Error)]()))
    let figures = tables.figures
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let tables = RunTables(reader: readers[worker], figures: figures)
      while true {
        let index = state.withLock { state -> Int? in
          guard state.failures.isEmpty, state.next < jobs.count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let index else { return }
        do {
          try work(jobs[index], tables)
        } catch {
          state.withLock { $0.failures.append((index, error)) }
        }
      }
    }
    if let failure = state.withLock({ $0.failures.min { $0.0 < $1.0 } }) { throw failure.1 }
  }
}
