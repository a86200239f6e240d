import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Cron's machine loses power, the disk fills up: what is published stays whole.
@Suite("All or nothing", .serialized)
struct AllOrNothingTests {
  /// A run's folder is whole when its record says that it is done and every output has the digest in it.
  private func expectWhole(_ current: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bytes = try Data(contentsOf: current.appending(path: "run.json"))
    let record = try JSONDecoder().decode(RunRecord.self, from: bytes)
    #expect(record.outcome == .done, sourceLocation: sourceLocation)
    #expect(record.outputs.count >= 15, sourceLocation: sourceLocation)
    for output in record.outputs {
      let digest = try Digest.file(current.appending(path: output.path).path)
      #expect(digest == output.sha256, "\(output.path)", sourceLocation: sourceLocation)
    }
  }

  @Test("killed at 30 moments, current is a whole run every time", .timeLimit(.minutes(3)))
  func kills() throws {
    let sample = try Sample()
    let program = Program(in: sample)
    let start = ContinuousClock.now
    #expect(try program.run("run", "department-budget", "--period", "2025").status == 0)
    let whole = start.duration(to: .now)
    let current = sample.output().appending(path: "current")
    var killed = 0
    for moment in 1...30 {
      let delay = whole * moment / 30
      if try program.kill(after: delay, "run", "department-budget", "--period", "2025", "--quiet") {
        killed += 1
      }
      try expectWhole(current)
    }
    #expect(killed >= 15)
    // What a killed run leaves behind does not hinder the next one, nor break the record over all runs.
    #expect(try program.run("run", "department-budget", "--period", "2025", "--quiet").status == 0)
    try expectWhole(current)
    #expect(try Ledger(output: sample.workplace.output).fault() == nil)
    let runs = try FileManager.default.contentsOfDirectory(
      atPath: sample.output().appending(path: "runs").path)
    let last = try FileManager.default.destinationOfSymbolicLink(atPath: current.path)
    #expect(last == "runs/\(try #require(runs.max()))")
  }

  @Test("a file that may not grow ends the run, whichever it is", arguments: [1, 40, 1000, 1600])
  func smallFiles(_ blocks: Int) throws {
    let sample = try Sample()
    try sample.run()
    let before = try OutputTree(sample.output().appending(path: "current"), exempt: [])
    // In blocks of 512 bytes. The signal that tells of it is ignored: a full disk sends none.
    let ended = try Program(in: sample).run(
      after: "trap '' XFSZ; ulimit -f \(blocks)", "run", "department-budget", "--period", "2025", "--quiet")
    #expect(ended.status == 3, "\(ended.output)\(ended.errors)")
    #expect(ended.errors.contains(Self.advice), "\(ended.errors)")
    #expect(try OutputTree(sample.output().appending(path: "current"), exempt: []) == before)
  }

  private static let advice = "请检查路径、权限和磁盘空间后重新运行；此前的结果没有改动。"

  @Test("a disk that fills up ends the run, wherever it stands", .enabled(if: SmallDisk.isPossible))
  func fullDisk() throws {
    let sample = try Sample()
    let disk = try SmallDisk(at: sample.folder.appending(path: "output"), megabytes: 8)
    defer { disk.detach() }
    try sample.run()
    let before = try OutputTree(sample.output().appending(path: "current"), exempt: [])
    var full = 0
    // From nothing left to nearly enough: every file of a run is once the one that does not fit.
    for free in [0, 8, 40, 100, 200, 400, 600, 700, 750, 800] {
      try disk.fill(leaving: free * 1024)
      let ended = try Program(in: sample).run("run", "department-budget", "--period", "2025", "--quiet")
      if ended.status != 0 {
        full += 1
        #expect(ended.status == 3, "\(free) KB: \(ended.output)\(ended.errors)")
        #expect(ended.errors.contains("磁盘已满") && ended.errors.contains(Self.advice), "\(ended.errors)")
        #expect(try OutputTree(sample.output().appending(path: "current"), exempt: []) == before)
      }
      try disk.empty(sample.output())
    }
    try disk.fill(leaving: .max)
    #expect(full >= 5)
    #expect(try sample.run().isDone)
    try expectWhole(sample.output().appending(path: "current"))
  }

  @Test("two runs at the same time: one goes through, the other says so")
  func twoAtOnce() async throws {
    let sample = try Sample()
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 1...2 {
        group.addTask {
          try Program(in: sample).run("run", "department-budget", "--period", "2025", "--quiet").status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.contains(0))
    #expect(statuses.allSatisfy { [0, 75].contains($0) })
    try expectWhole(sample.output().appending(path: "current"))
  }
}
