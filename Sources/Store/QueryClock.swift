import Dispatch
import GRDBSQLite

/// Interrupts a statement that runs longer than it may.
final class QueryClock: @unchecked Sendable {
  private var end = DispatchTime.distantFuture

  func start(seconds: Int) { end = .now() + .seconds(seconds) }
  func stop() { end = .distantFuture }

  func register(on connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, 100_000,
      { context in
        guard let context else { return 1 }
        let clock = Unmanaged<QueryClock>.fromOpaque(context).takeUnretainedValue()
        return DispatchTime.now() > clock.end ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
