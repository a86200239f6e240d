import Dispatch
import Figures
import Synchronization

/// Hands cut rows from the thread that reads to the one that checks and loads, and back: a few of them go round, so
/// memory stays bounded and neither thread runs ahead.
final class Handover: Sendable {
  private struct State {
    var empty: [CutRows] = []
    var filled: [CutRows] = []
    var isCancelled = false
  }

  private static let count = 4
  private let state = Mutex(State())
  private let emptied = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// - Parameter columns: values a row of the batches.
  init(columns: Int) {
    for _ in 0..<Self.count { giveBack(CutRows(columns: columns)) }
  }

  // MARK: The reading side

  /// Rows to fill; nil when the other side wants no more.
  func takeEmpty() -> CutRows? {
    emptied.wait()
    return state.withLock { $0.isCancelled ? nil : $0.empty.popLast() }
  }

  func send(_ rows: CutRows) {
    state.withLock { $0.filled.append(rows) }
    filled.signal()
  }

  /// Nothing comes any more.
  func finish() { filled.signal() }

  // MARK: The loading side

  /// The next rows, in order; nil after the last.
  func receive() -> CutRows? {
    filled.wait()
    return state.withLock { $0.filled.isEmpty ? nil : $0.filled.removeFirst() }
  }

  func giveBack(_ rows: CutRows) {
    state.withLock { $0.empty.append(rows) }
    emptied.signal()
  }

  /// Makes the reading side stop.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    emptied.signal()
  }
}
