import Definitions

/// The three folders that Gongshi works in.
public struct Workplace: Sendable {
  public var pipelines: String
  public var input: String
  public var output: String

  public init(pipelines: String = "pipelines", input: String = "input", output: String = "output") {
    (self.pipelines, self.input, self.output) = (pipelines, input, output)
  }

  /// The pipelines' names, sorted.
  public var names: [String] {
    FileSystem.names(in: pipelines).filter { FileSystem.exists("\(pipelines)/\($0)/pipeline.yaml") }
  }

  public func load(_ name: String) throws(RunError) -> PipelineFolder {
    guard names.contains(name) else {
      throw .unknownPipeline(name, suggestion: nearest(to: name, among: names))
    }
    return try PipelineFolder.load("\(pipelines)/\(name)")
  }

  /// Where a pipeline's registers of a folder stand: `input/<pipeline>/2025`.
  func input(_ pipeline: String, _ folder: String) -> String { "\(input)/\(pipeline)/\(folder)" }
  /// Where a pipeline's runs of a period go.
  func output(_ pipeline: String, _ period: Period) -> String { "\(output)/\(pipeline)/\(period)" }
}
