import Figures
import Ingest
import Store

/// Reads one register of one year's folder into the store, and for a code list the common one after it.
struct RegisterLoad {
  private let register: Register
  private let year: Int
  private let isOfYearBefore: Bool
  private let run: Run

  /// - Parameter need: whether the folder of the year before must have it; nil for the run's own year.
  init(_ register: Register, year: Int, need: Register.Before?, run: Run) {
    var register = register
    // The user's own part of a common code list is only what the list lacks.
    if need == .optional || register.common != nil { register.isOptional = true }
    (self.register, self.year, self.run) = (register, year, run)
    isOfYearBefore = need != nil
  }

  func perform(
    _ store: Store, columns: [String], _ loaded: inout LoadedRegisters, _ record: inout RunRecord
  ) throws {
    let folder = run.workplace.input(register.from ?? run.folder.definition.name, "\(year)")
    // Another pipeline's files are named with its folder.
    let place = (register.from.map { $0 + "/" } ?? "") + "\(year)"
    let before = run.findings.errors
    let own = try read(
      register, from: register.texts == nil ? "\(folder)/\(register.file)" : folder,
      shownAs: register.texts == nil ? "\(place)/\(register.file)" : place, skipping: nil, store, columns,
      &loaded, &record)
    if own.isMissing, register.common == nil, year == run.period.year { loaded.absent.insert(register.name) }
    // A file without rows says that there was nothing; without a file nothing is known.
    if isOfYearBefore, !own.isMissing { loaded.before.insert(register.name) }
    if let common = register.common {
      _ = try read(
        register, from: "\(run.folder.common)/\(common)", shownAs: "common/\(common)", skipping: own.keys,
        store, columns, &loaded, &record)
    }
    loaded.lacking[register.name, default: []].formUnion(own.lacking)
    if run.findings.errors > before {
      loaded.faulty.insert(register.name)
      if own.rows == 0 { loaded.unread.insert(register.name) }
    }
  }

  private func read(
    _ register: Register, from path: String, shownAs name: String, skipping keys: KeySet?, _ store: Store,
    _ columns: [String], _ loaded: inout LoadedRegisters, _ record: inout RunRecord
  ) throws -> ReadingSummary {
    let file = loaded.files.add(name, register: register.name)
    let digest = register.texts == nil && FileSystem.exists(path) ? PendingDigest(of: path) : nil
    let summary = try store.load(register.name, columns: columns, file: file, year: year) { loader in
      try RegisterReader.read(
        register, file: path, shownAs: name, storing: Set(columns), findings: run.findings, skipping: keys,
        sink: { try loader.load($0) })
    }
    try note(summary, digest, path, name, &record)
    return summary
  }

  /// The files' digests go into the record, so that an auditor can tell what was read.
  private func note(
    _ summary: ReadingSummary, _ digest: PendingDigest?, _ path: String, _ name: String,
    _ record: inout RunRecord
  ) throws {
    if summary.isMissing { return }
    let encoding = summary.encoding?.rawValue ?? ""
    if let digest {
      let sha256 = try same(try digest.value(), as: summary.stamps.first, path)
      record.inputs.append(.init(path: name, sha256: sha256, rows: summary.rows, encoding: encoding))
    }
    for (text, stamp) in zip(summary.files, summary.stamps) {
      let file = path + text.dropFirst(name.count)
      let sha256 = try same(try Digest.stamped(file), as: stamp, file)
      record.inputs.append(.init(path: text, sha256: sha256, rows: 1, encoding: encoding))
    }
  }

  /// The digest, when it is of the file that was read, as it was read.
  private func same(
    _ digested: (sha256: String, stamp: FileStamp?), as read: FileStamp?, _ path: String
  ) throws(RunError) -> String {
    guard digested.stamp == read else { throw FileSystem.changed(path) }
    return digested.sha256
  }
}
