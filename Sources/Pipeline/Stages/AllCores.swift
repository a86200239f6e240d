import Foundation
import Synchronization

/// Work that is done on all cores.
enum AllCores {
  /// What comes of each job, in their order. Each core has a context of its own. After an error no further job is
  /// begun; the first one, in the order of the jobs, is thrown.
  static func map<Job: Sendable, Context, Result: Sendable>(
    _ jobs: [Job], contexts makeContext: () throws -> Context,
    _ work: @Sendable (Job, Context) throws -> Result
  ) throws -> [Result] {
    let workers = max(1, min(jobs.count, ProcessInfo.processInfo.activeProcessorCount))
    let contexts = Carried(try (0..<workers).map { _ in try makeContext() })
    let state = Mutex(State<Result>(results: Array(repeating: nil, count: jobs.count)))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while let index = state.withLock({ $0.take() }) {
        do {
          let result = try work(jobs[index], contexts.values[worker])
          state.withLock { $0.results[index] = result }
        } catch {
          state.withLock { $0.failures.append((index, error)) }
        }
      }
    }
    return try state.withLock { state in
      if let failure = state.failures.min(by: { $0.index < $1.index }) { throw failure.error }
      return state.results.compactMap { $0 }
    }
  }

  private struct State<Result> {
    var next = 0
    var results: [Result?]
    var failures: [(index: Int, error: any Error)] = []

    /// The next job; nil when there is none, or one has failed.
    mutating func take() -> Int? {
      guard failures.isEmpty, next < results.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// Each of them is used by one thread only.
  private struct Carried<Value>: @unchecked Sendable {
    let values: [Value]
    init(_ values: [Value]) { self.values = values }
  }
}
