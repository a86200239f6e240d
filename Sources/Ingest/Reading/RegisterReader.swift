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
  /// Two threads work at once: one reads the text and cuts it into rows; the caller's checks these and calls `sink`,
  /// with one batch at a time, whose memory is used again when it returns.
  ///
  /// - Parameters:
  ///   - name: what findings call the file.
  ///   - columns: SQL names of the columns to hand over; nil for all.
  ///   - keys: primary keys that the rows must not have: those are passed over.
  /// - Throws: `IngestError`, and whatever `sink` throws.
  public static func read(
    _ register: Register, file path: String, shownAs name: String, storing columns: Set<String>? = nil,
    findings: FindingLog, skipping keys: KeySet? = nil, sink: (RowBatch) throws -> Void
  ) throws -> ReadingSummary {
    let request = ReadingRequest(
      register: register, path: path, name: name, columns: columns, findings: findings, passed: keys)
    if let texts = register.texts { return try TextFilesReading(request, texts).read(sink) }
    guard let file = try FileCheck(request).openedFile() else { return request.emptySummary }
    let handover = Handover(columns: request.storedColumns.count)
    let result = Mutex(Result<EncodingVerdict?, IngestError>.success(nil))
    let work = Carried((request, file))
    let worker = Worker {
      let (request, file) = work.value
      let outcome = Result { () throws(IngestError) in try RegisterReading(request, file, handover).read() }
      result.withLock { $0 = outcome }
      handover.finish()
    }
    guard let worker else { throw IngestError.unreadable(path: path, code: EAGAIN) }
    let checking = RegisterChecking(request, size: file.size)
    let loading = Result { try load(from: handover, checking, sink) }
    handover.cancel()
    worker.join()
    let isWhole = try loading.get()
    let verdict = try result.withLock { try $0.get() }
    if isWhole, let verdict, verdict.trouble == nil { checking.reportEmpty() }
    return ReadingSummary(
      rows: checking.accepted, encoding: verdict?.encoding, columns: request.storedColumns,
      keys: checking.primaryKeys, lacking: checking.lacking, stamps: [file.stamp])
  }

  /// false when the rest of the file cannot be read.
  private static func load(
    from handover: Handover, _ checking: RegisterChecking, _ sink: (RowBatch) throws -> Void
  ) throws -> Bool {
    while let rows = handover.receive() {
      guard checking.check(rows) else { return false }
      if rows.batch.rows > 0 { try sink(rows.batch) }
      handover.giveBack(rows)
    }
    return true
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
