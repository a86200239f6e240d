import Foundation
import Synchronization

/// Work that is done on all cores.
enum AllCores {
  static var count: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// What comes of each job, in their order. Each core has a context of its own. After an error no further job is
  /// begun; the first one, in the order of the jobs, is thrown.
  ///
  /// - Parameter rank: jobs of the lowest are begun first. What takes longest should be: at the end all cores work.
  static func map<Job: Sendable, Context, Result: Sendable>(
    _ jobs: [Job], rank: (Job) -> Int = { _ in 0 }, contexts makeContext: () throws -> Context,
    _ work: @Sendable (Job, Context) throws -> Result
  ) throws -> [Result] {
    let ranks = jobs.map(rank)
    let order = jobs.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    let workers = max(1, min(jobs.count, count))
    let contexts = Carried(try (0..<workers).map { _ in try makeContext() })
    let state = Mutex(State<Result>(order: order, results: Array(repeating: nil, count: jobs.count)))
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
    let order: [Int]
    var next = 0
    var results: [Result?]
    var failures: [(index: Int, error: any Error)] = []

    /// The next job; nil when there is none, or one has failed.
    mutating func take() -> Int? {
      guard failures.isEmpty, next < order.count else { return nil }
      defer { next += 1 }
      return order[next]
    }
  }

  /// Each of them is used by one thread only.
  private struct Carried<Value>: @unchecked Sendable {
    let values: [Value]
    init(_ values: [Value]) { self.values = values }
  }
}
