import Foundation

/// The registers of performance that tests start from: its smallest case, and the sample of a real unit's targets.
enum Performance {
  static let pipeline = "performance"
  private static let example = Repository.pipelines.appending(path: "performance/examples/small-unit")
  static let actuals = "2025/actuals.csv"
  static let execution = "2025/execution.csv"
  static let changes = "2025/changes.csv"
  static let targets = "department-budget/2025/targets.csv"

  static func unit(_ edits: [Edit] = []) throws -> Sample {
    try Sample(
      edits, pipeline: pipeline, input: example.appending(path: "input"),
      others: example.appending(path: "others"))
  }

  /// The real unit's targets with invented months.
  static func sample(_ edits: [Edit] = []) throws -> Sample {
    let input = Repository.root.appending(path: "input")
    return try Sample(
      edits, pipeline: pipeline, input: input.appending(path: "performance"), others: input)
  }
}
