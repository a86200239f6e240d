import Synchronization

/// All findings of a run: counted by code and severity, and the first thousand of each code kept.
/// Every stage reports to it, from any thread; one reporting thread a code keeps the order reproducible. What cannot be
/// seen in a finding's values is shown by its number.
public final class FindingLog: Sendable {
  public static let listedPerCode = 1000

  private struct State {
    var listed: [Finding] = []
    var counts: [FindingCode: Int] = [:]
    var errors = 0
  }
  private let state = Mutex(State())

  public init() {}

  public func report(_ finding: Finding) {
    state.withLock {
      $0.counts[finding.code, default: 0] += 1
      if finding.severity == .error { $0.errors += 1 }
      if $0.counts[finding.code]! <= Self.listedPerCode { $0.listed.append(finding.visible) }
    }
  }

  /// Adds what another log has, after what is here; no code is in both.
  public func absorb(_ other: FindingLog) {
    let found = other.state.withLock { $0 }
    state.withLock {
      $0.listed += found.listed
      $0.counts.merge(found.counts, uniquingKeysWith: +)
      $0.errors += found.errors
    }
  }

  /// The kept findings, in the order in which they were reported.
  public var listed: [Finding] { state.withLock { $0.listed } }
  /// How many there were of each code, kept or not.
  public var counts: [FindingCode: Int] { state.withLock { $0.counts } }
  public var errors: Int { state.withLock { $0.errors } }
  public var total: Int { state.withLock { $0.counts.values.reduce(0, +) } }
}
