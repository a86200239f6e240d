import Foundation
import Synchronization
import Testing

@testable import Pipeline

/// Somebody saves a register, or puts another attachment in its place, while a run reads it: what was checked is what
/// is used and recorded, or the run stops.
@Suite("Files that change during a run")
struct ChangedInputTests {
  /// Goes on replacing a file by one of two versions, each with one rename.
  private final class Replacing: Sendable {
    private let isOver = Mutex(false)
    private let done = DispatchSemaphore(value: 0)

    init(_ file: URL, by versions: [Data]) {
      Thread.detachNewThread { [self] in
        var turn = 0
        while !isOver.withLock({ $0 }) {
          let fresh = file.appendingPathExtension("fresh")
          try? versions[turn % versions.count].write(to: fresh)
          rename(fresh.path, file.path)
          turn += 1
        }
        done.signal()
      }
    }

    func end() {
      isOver.withLock { $0 = true }
      done.wait()
    }
  }

  @Test("a register: the digest in the record is that of the rows in the results", .timeLimit(.minutes(1)))
  func register() throws {
    let planting = try Planting()
    let file = planting.sample.registers.appending(path: "2024/plantings.csv")
    let first = try String(contentsOf: file, encoding: .utf8)
    let cells = first.split(separator: "\n")[1].split(separator: ",")
    let second = first.replacing(cells[2], with: "77", maxReplacements: 1)
    let versions = [Data(first.utf8), Data(second.utf8)]
    let digests = versions.map { bytes in bytes.withUnsafeBytes(Digest.bytes) }
    let replacing = Replacing(file, by: versions)
    defer { replacing.end() }
    var stopped = 0
    for _ in 0..<40 {
      do {
        let record = try planting.sample.run(Planting.period).record
        let digest = record.inputs.first { $0.path == "2024/plantings.csv" }?.sha256
        let notice = try String(
          contentsOf: planting.output.appending(path: "current/notices/001.txt"), encoding: .utf8)
        #expect(digest == digests[notice.contains("77") ? 1 : 0])
      } catch RunError.storage(let path, let reason) {
        #expect(path.hasSuffix("2024/plantings.csv") && reason.contains("读取时被改动"), "\(path) \(reason)")
        stopped += 1
      }
    }
    // The two openings met different files at least once, or the test has shown nothing.
    #expect(stopped > 0)
  }

  @Test("an attachment: what is published is what was checked", .timeLimit(.minutes(1)))
  func attachment() throws {
    let sample = try SMEReserve.district()
    #expect(try sample.run("2024").isDone)
    let record = try sample.run("2024").record
    let named = try #require(record.inputs.first { $0.path.contains("attachments/") })
    let file = sample.registers.appending(path: named.path)
    let versions = [try Data(contentsOf: file), Data("另一份".utf8)]
    let replacing = Replacing(file, by: versions)
    defer { replacing.end() }
    var stopped = 0
    for _ in 0..<12 {
      do {
        let record = try sample.run("2024").record
        let checked = record.inputs.first { $0.path == named.path }?.sha256
        let published = record.outputs.filter { $0.path.hasSuffix(file.lastPathComponent) }.map(\.sha256)
        #expect(published == [checked])
      } catch RunError.storage(let path, let reason) {
        #expect(path.hasSuffix(named.path) && reason.contains("读取时被改动"), "\(path) \(reason)")
        stopped += 1
      }
    }
    #expect(stopped > 0)
  }
}
