import Figures
import Glibc
import Synchronization

/// Reads a register's file: its encoding, its header, every row and every cell. Everything wrong is a
/// finding; what is right goes to the store in batches.
///
/// A row with a wrong cell is handed over with nothing in that cell, so that what refers to the row still
/// finds it. Rows that cannot be told into cells, and later rows with a primary key that is used already, are
/// not.
public enum RegisterReader {
  /// Two threads work at once: one reads and checks, the caller's calls `sink`, with one batch at a time,
  /// whose memory is used again when it returns.
  ///
  /// - Parameters:
  /// - Throws: `IngestError`, and whatever `sink` throws.
  public static func read(
    _ register: Register, file path: String, shownAs name: String, storing columns: Set<String>? = nil,
    findings: FindingLog, skipping keys: KeySet? = nil, sink: (RowBatch) throws -> Void
  ) throws -> ReadingSummary {
    let request = ReadingRequest(
      register: register, path: path, name: name, columns: columns, findings: findings, passed: keys)
    if let texts = register.texts { return try TextFilesReading(request, texts).read(sink) }
    guard let file = try FileCheck(request).openedFile() else { return request.emptySummary }
    let handover = Handover()
    let result = Mutex<Result<ReadingSummary, IngestError>?>(nil)
    let work = Carried((request, file))
    let worker = Worker {
      let (request, file) = work.value
      let outcome = Result { () throws(IngestError) in try RegisterReading(request, file, handover).read() }
      result.withLock { $0 = outcome }
      handover.finish()
    }
    guard let worker else { throw IngestError.unreadable(path: path, code: EAGAIN) }
    do {
      try load(from: handover, sink)
    } catch {
      handover.cancel()
      worker.join()
      throw error
    }
    worker.join()
    return try result.withLock { try $0?.get() } ?? request.emptySummary
  }

  private static func load(from handover: Handover, _ sink: (RowBatch) throws -> Void) throws {
    while let batch = handover.receive() {
      try sink(batch)
      handover.giveBack(batch)
    }
  }
}

/// Carries to another thread what only that thread uses from then on.
private struct Carried<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// What is to be read, and where findings go.
struct ReadingRequest {
  var register: Register
  var path: String
  var name: String
  var columns: Set<String>?
  var findings: FindingLog
  var passed: KeySet?

  var location: SourceLocation { SourceLocation(file: name) }
  var storedColumns: [String] { register.sqlColumns.map(\.name).filter { columns?.contains($0) ?? true } }
  var emptySummary: ReadingSummary { ReadingSummary(rows: 0, columns: storedColumns, isMissing: true) }
}
