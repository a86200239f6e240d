import Foundation
import Synchronization

/// Makes a publication's folder: new units are copied from their run, those that were published before are carried
/// over. Every file is held against its digest on the way.
struct PublicationMaking {
  /// One file: where it comes from, and whether that is the publication before.
  private struct Job: Sendable {
    var file: ReviewSheet.File
    var unit: String
    var source: String
    var isCarried: Bool
  }

  let publications: Publications
  /// The publication that is replaced, when there is one and its folder still is.
  let before: String?
  /// Where the run under review lies, and what is in it: what was published of it and is gone can be copied anew.
  let run: (id: String, folder: String, digests: [String: String])

  /// Returns the digest of the publication's record. Everything is on the disk then.
  func make(_ record: PublicationRecord, new: Set<String>) throws(RunError) -> String {
    let folder = publications.making(record.publication)
    try checkNames(record)
    // What a stopped publication left under this id was never told of.
    try FileSystem.remove(folder)
    let files = folder + "/files"
    try FileSystem.makeFolder(files)
    for path in Set(record.units.flatMap(\.files).map { "\(files)/\($0.path)".parentFolder }).sorted() {
      try FileSystem.makeFolder(path)
    }
    try copy(jobs(of: record, new: new), into: files)
    let path = folder + "/record.json"
    try record.write(to: path)
    try FileSystem.syncFolders(folder)
    try FileSystem.sync(publications.root + "/publications")
    return try Digest.file(path)
  }

  private func checkNames(_ record: PublicationRecord) throws(RunError) {
    var owner: [String: String] = [:]
    for unit in record.units {
      for file in unit.files {
        guard let other = owner.updateValue(unit.unit, forKey: file.path) else { continue }
        throw .refused([.nameTaken(file.path, by: other)])
      }
    }
  }

  private func jobs(of record: PublicationRecord, new: Set<String>) -> [Job] {
    record.units.flatMap { unit in
      unit.files.map { file in
        let own = "\(run.folder)/\(file.path)"
        guard !new.contains(unit.unit), let before else {
          return Job(file: file, unit: unit.unit, source: own, isCarried: false)
        }
        let carried = "\(publications.files(before))/\(file.path)"
        if !FileSystem.exists(carried), run.digests[unit.unit] == unit.digest {
          return Job(file: file, unit: unit.unit, source: own, isCarried: false)
        }
        return Job(file: file, unit: unit.unit, source: carried, isCarried: true)
      }
    }
  }

  /// On all cores. What differs is refused, in the order of the files; any other trouble is thrown.
  private func copy(_ jobs: [Job], into folder: String) throws(RunError) {
    let workers = max(1, min(jobs.count, ProcessInfo.processInfo.activeProcessorCount))
    let state = Mutex((next: 0, differing: [Int](), failure: RunError?.none))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = state.withLock { state -> Int? in
          guard state.failure == nil, state.next < jobs.count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let index else { return }
        do {
          if try !Self.copy(jobs[index], into: folder) { state.withLock { $0.differing.append(index) } }
        } catch {
          state.withLock { $0.failure = $0.failure ?? RunError(error, in: folder) }
        }
      }
    }
    let (differing, failure) = state.withLock { ($0.differing.sorted(), $0.failure) }
    if !differing.isEmpty {
      throw .refused(
        differing.map { index in
          let job = jobs[index]
          return job.isCarried
            ? .changedPublished(job.source, of: job.unit) : .changedFile(job.source, of: job.unit)
        })
    }
    if let failure { throw failure }
  }

  /// false when the source is not there or not what it has to be.
  private static func copy(_ job: Job, into folder: String) throws -> Bool {
    let target = "\(folder)/\(job.file.path)"
    guard FileSystem.exists(job.source) else { return false }
    // Published files are never written to: two publications may share one.
    if job.isCarried, link(job.source, target) == 0 { return try Digest.file(target) == job.file.sha256 }
    return try Digest.copy(job.source, to: target) == job.file.sha256
  }
}
