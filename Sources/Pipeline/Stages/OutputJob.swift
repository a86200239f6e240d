import Emit
import Figures
import Store

/// One output to be made: a file, or a folder of open data.
struct OutputJob: Sendable {
  var output: PipelineDefinition.Output
  /// Its path in the run folder; no other output has it.
  var file: String
  /// The row that it is made for.
  var row: ResultRow?

  /// All of a pipeline's, in the order of `pipeline.yaml` and of the models' rows.
  static func jobs(of outputs: [PipelineDefinition.Output], from reader: Reader) throws -> [OutputJob] {
    let jobs = try outputs.flatMap { output -> [OutputJob] in
      guard let model = output.forEach else {
        return [OutputJob(output: output, file: output.file, row: nil)]
      }
      return try reader.rows("SELECT * FROM \(quoted(model)) ORDER BY rowid").map { row in
        OutputJob(output: output, file: try file(output.file, for: row), row: row)
      }
    }
    var seen: Set<String> = []
    for job in jobs where !seen.insert(job.file).inserted {
      throw RunError.pipeline("\(job.file): 两份产出同名 / two outputs have this name")
    }
    return jobs
  }

  /// Fills in the columns of the file's name. A value that is empty or would lead elsewhere is refused.
  static func file(_ pattern: String, for row: ResultRow) throws -> String {
    var file = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = row[String(rest[open..<close].dropFirst())] else { break }
      let text = value.words ?? ""
      if text.isEmpty || text.hasPrefix(".") || text.contains(where: { "/\\\0".contains($0) }) {
        throw RunError.pipeline("\(pattern): “\(text)”不能作文件名 / cannot name a file")
      }
      file += rest[..<open] + text
      rest = rest[close...].dropFirst()
    }
    return file + rest
  }

  /// What a workbook for the public may link to, and what one for the office may.
  static func linkTargets(
    _ jobs: [OutputJob], _ tables: [OpenDataDefinition]
  ) -> [RunRecord.Output.Audience: Set<String>] {
    let open = tables.map { OpenDataStage.file(of: $0, in: OpenDataStage.folder) }
    let published = jobs.filter { $0.output.audience == .public }.map(\.file)
    return [.public: Set(published + open), .internal: Set(jobs.map(\.file) + open)]
  }
}
