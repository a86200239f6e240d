import Foundation
import Pipeline

/// The checkout that the tests belong to: its pipelines and the samples that come with them.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let pipelines = root.appending(path: "pipelines")
  static let sample = root.appending(path: "input/department-budget")
  static let fixtures = root.appending(path: "Tests/PipelineTests/Fixtures")

  /// The real pipeline's folder, read once for all tests.
  static let departmentBudget = Result { () throws(RunError) in
    try Workplace(pipelines: pipelines.path).load("department-budget")
  }
}
