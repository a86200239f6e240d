import Dispatch
import Figures
import Synchronization

/// Hands batches from the thread that reads to the one that loads, and back: a few of them go round, so
/// memory stays bounded and neither thread runs ahead.
final class Handover: Sendable {
  private struct State {
    var empty: [RowBatch] = []
    var filled: [RowBatch] = []
    var isFinished = false
    var isCancelled = false
  }

  static let batches = 4
  private let state = Mutex(State())
  private let emptied = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// Puts the batches into circulation.
  func start(columns: Int) {
    for _ in 0..<Self.batches { giveBack(RowBatch(columns: columns)) }
  }

  // MARK: The reading side

  /// A batch to fill; nil when the other side wants no more.
  func takeEmpty() -> RowBatch? {
    emptied.wait()
    return state.withLock { $0.isCancelled ? nil : $0.empty.popLast() }
  }

  func send(_ batch: RowBatch) {
    state.withLock { $0.filled.append(batch) }
    filled.signal()
  }

  /// No batch comes any more.
  func finish() {
    state.withLock { $0.isFinished = true }
    filled.signal()
  }

  // MARK: The loading side

  /// The next batch, in order; nil after the last.
  func receive() -> RowBatch? {
    filled.wait()
    return state.withLock { $0.filled.isEmpty ? nil : $0.filled.removeFirst() }
  }

  func giveBack(_ batch: RowBatch) {
    state.withLock { $0.empty.append(batch) }
    emptied.signal()
  }

  /// Makes the reading side stop.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    emptied.signal()
  }
}
