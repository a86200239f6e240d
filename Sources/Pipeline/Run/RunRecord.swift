import Foundation

/// What a run was and came to, `run.json`: written first as `running`, and last as `done` or `failed`.
public struct RunRecord: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case running, done, failed
  }
  public struct Input: Codable, Sendable {
    public var path: String
    public var sha256: String
    public var rows: Int
    public var encoding: String
  }
  public struct StageTime: Codable, Sendable {
    public var name: String
    public var seconds: Double
  }
  public struct Output: Codable, Sendable {
    public enum Audience: String, Codable, Sendable, CaseIterable {
      case `public`, `internal`
    }
    public var path: String
    public var sha256: String
    public var audience: Audience
  }

  public var tool: String
  public var pipeline: String
  /// Of all files of the pipeline's folder and of common: which rules were run.
  public var digest: String
  public var period: String
  public var run: String
  public var outcome: Outcome
  public var inputs: [Input] = []
  public var stages: [StageTime] = []
  /// Findings by code.
  public var counts: [String: Int] = [:]
  public var outputs: [Output] = []

  init(tool: String, pipeline: String, digest: String, period: String, run: String, outcome: Outcome) {
    (self.tool, self.pipeline, self.digest) = (tool, pipeline, digest)
    (self.period, self.run, self.outcome) = (period, run, outcome)
  }

  /// Reads a record as it stands.
  init(path: String) throws(RunError) {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw FileSystem.failure(path) }
    do {
      self = try JSONDecoder().decode(RunRecord.self, from: bytes)
    } catch {
      throw .storage(path: path, reason: "\(error)")
    }
  }

  func write(to path: String) throws(RunError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try FileSystem.write(try encoder.encode(self) + Data("\n".utf8), to: path)
    } catch let error as RunError {
      throw error
    } catch {
      throw .storage(path: path, reason: "\(error)")
    }
  }
}
