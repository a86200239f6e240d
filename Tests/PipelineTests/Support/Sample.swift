import Figures
import Foundation
import Pipeline
import Testing

/// A workplace of a test's own: the real sample of department-budget, with what the test changes in it.
final class Sample: @unchecked Sendable {
  let folder: URL
  private let pipeline: String
  private let pipelines: URL
  private var hasOwnPipelines = false

  /// - Parameter others: the folder with the input of further pipelines, whose registers this one reads.
  init(
    _ edits: [Edit] = [], pipeline: String = "department-budget", input: URL = Repository.sample,
    others: URL? = nil, pipelines: URL = Repository.pipelines
  ) throws {
    (self.pipeline, self.pipelines) = (pipeline, pipelines)
    folder = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "input"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "pipelines"), withDestinationURL: pipelines)
    try FileManager.default.copyItem(at: input, to: folder.appending(path: "input/\(pipeline)"))
    if let others {
      for name in try FileManager.default.contentsOfDirectory(atPath: others.path) where name != pipeline {
        try FileManager.default.copyItem(
          at: others.appending(path: name), to: folder.appending(path: "input/\(name)"))
      }
    }
    for edit in edits { try apply(edit) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var workplace: Workplace {
    Workplace(
      pipelines: folder.appending(path: "pipelines").path, input: folder.appending(path: "input").path,
      output: folder.appending(path: "output").path)
  }

  func apply(_ edit: Edit) throws {
    if edit.path.hasPrefix("pipelines/"), !hasOwnPipelines {
      try FileManager.default.removeItem(at: folder.appending(path: "pipelines"))
      try FileManager.default.copyItem(at: pipelines, to: folder.appending(path: "pipelines"))
      hasOwnPipelines = true
    }
    let isInput = !edit.path.hasPrefix("pipelines/") && !edit.path.hasPrefix("output")
    // Findings name another pipeline's files with its name.
    let first = edit.path.split(separator: "/").first.map(String.init) ?? ""
    let isOthers =
      isInput && FileManager.default.fileExists(atPath: folder.appending(path: "input/\(first)").path)
    let root = isOthers ? "input/" : isInput ? "input/\(pipeline)/" : ""
    try edit.change(folder.appending(path: root + edit.path))
  }

  /// Runs the pipeline in this process.
  @discardableResult
  func run(_ period: String = "2025", through last: Stage = .emit) throws -> Outcome {
    let shared = pipeline == "department-budget" && !hasOwnPipelines
    let folder = shared ? try Repository.departmentBudget.get() : try workplace.load(pipeline)
    return Outcome(try Run(folder, period: period, through: last, in: workplace).perform())
  }

  /// The registers of all years.
  var registers: URL { folder.appending(path: "input/\(pipeline)") }

  /// The folder of the period: `current`, `latest` and `runs`.
  func output(_ period: String = "2025") -> URL { folder.appending(path: "output/\(pipeline)/\(period)") }

  /// What is published now.
  func current(_ period: String = "2025") throws -> OutputTree {
    try OutputTree(output(period).appending(path: "current"))
  }
}

/// What a run came to, in the words that users see.
struct Outcome: Sendable {
  let isDone: Bool
  let isPublished: Bool
  let errors: [String]
  let warnings: [String]
  let findings: [Finding]
  /// What the rounding ledger lists.
  let residuals: [RoundingResidual]
  let record: RunRecord
  /// How many checks wait for what is wrong.
  let waiting: Int

  init(_ result: RunResult) {
    (isDone, isPublished) = (result.isDone, result.isPublished)
    func sentences(_ severity: Severity) -> [String] {
      result.findings.filter { $0.severity == severity }.map { Wording.sentence($0) }
    }
    (errors, warnings) = (sentences(.error), sentences(.warning))
    findings = result.findings
    (residuals, record, waiting) = (result.residuals, result.record, result.waiting)
  }
}
