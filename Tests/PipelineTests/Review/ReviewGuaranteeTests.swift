import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Power fails, two people press Enter at once, the disk fills up: what was approved stays, what is public is whole.
@Suite("Reviews under trouble", .serialized)
struct ReviewGuaranteeTests {
  private static let of = ["planting", "--period", "2024", "--quiet"]

  /// Twenty-four units, two reviewers for each at the first step.
  private static func large() throws -> Planting {
    let units = (101...124).map { "\($0)" }
    return try Planting.afterRun([
      .rows("2024/plantings.csv", "of 24 units") { [$0[0]] + units.map { [$0, "单位\($0)（虚构）", "1"] } },
      .rows("2024/reviewers.csv", "for all") { [$0[0], ["", "采购人初审", "张三"], ["", "采购人初审", "王五"]] },
    ])
  }

  @Test("many reviewers at the same moment: nothing is lost, one of two wins", .timeLimit(.minutes(1)))
  func atOnce() async throws {
    let planting = try Self.large()
    let program = Program(in: planting.sample)
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for index in 0..<32 {
        // Sixteen units, each by two people.
        let (unit, by) = ("\(101 + index / 2)", index % 2 == 0 ? "张三" : "王五")
        group.addTask {
          try program.run(
            ["review"] + Self.of + ["--unit", unit, "--step", "采购人初审", "--by", by, "approve"]
          ).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 0 } == 16 && statuses.count { $0 == 1 } == 16)
    var approved: [String] = []
    let end = try planting.ledger.forEachLine { approved += $0.units.map(\.key) }
    #expect(approved.sorted() == (101...116).map { "\($0)" })
    #expect(end.lines == 17)
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test(
    "killed a hundred times: the record verifies, nothing is half public, nothing approved is lost",
    .timeLimit(.minutes(3)))
  func kills() throws {
    let planting = try Self.large()
    let program = Program(in: planting.sample)
    var random = SystemRandomNumberGenerator()
    let moves: [[String]] = [
      ["review"] + Self.of + ["--step", "采购人初审", "--by", "张三", "approve"],
      ["review"] + Self.of + ["--step", "财政审核", "--by", "赵六", "approve"],
      ["publish"] + Self.of,
      ["withdraw"] + Self.of + ["--unit", "101", "--unit", "全区", "--by", "李四", "--opinion", "有误"],
      ["review"] + Self.of + ["--unit", "101", "--unit", "全区", "--step", "采购人初审", "--by", "王五", "approve"],
    ]
    // How long each takes when it is let be.
    let whole = try moves.map { move in
      let start = ContinuousClock.now
      _ = try program.run(move)
      return start.duration(to: .now)
    }
    var killed = 0
    var moment = 0
    while killed < 100, moment < 400 {
      let move = moment % moves.count
      moment += 1
      // Another result now and then, so that there is something to review.
      if move == 0 { try planting.plant(moment, unit: "1") }
      let before = try Data(contentsOf: URL(filePath: planting.ledger.path))
      let delay = whole[move] * Double.random(in: 0...1, using: &random)
      if try program.kill(after: delay, moves[move]) { killed += 1 }
      try expectSound(planting, since: before)
    }
    #expect(killed == 100)
    // What is left is finished by the next who comes.
    for move in moves.prefix(3) { _ = try program.run(move) }
    #expect(try planting.verification().faults.isEmpty)
  }

  /// Every line that was there is there still; what is public is a whole publication: the last one, or the one before
  /// when the last was stopped before its last move.
  private func expectSound(_ planting: Planting, since before: Data) throws {
    let now = try Data(contentsOf: URL(filePath: planting.ledger.path))
    let kept = before.prefix(through: before.lastIndex(of: 0x0A) ?? before.startIndex)
    #expect(now.starts(with: kept), "a line is lost")
    var digests: [String: String] = [:]
    try planting.ledger.forEachLine { line in
      if let id = line.fact("publication") { digests[id] = line["record"] }
    }
    let verification = try planting.verification()
    for fault in verification.faults {
      guard case .unfinished = fault else {
        Issue.record("\(fault)")
        continue
      }
    }
    let publications = Publications(root: planting.output.path)
    guard let current = publications.current else { return }
    let record = try PublicationRecord(
      path: publications.record(current), sha256: try #require(digests[current]))
    let files = record.units.flatMap(\.files)
    let published = try planting.published()
    #expect(published.names.sorted() == files.map(\.path).sorted())
    for file in files {
      #expect(try Digest.file(planting.output.appending(path: "published/\(file.path)").path) == file.sha256)
    }
  }

  @Test(
    "a full disk: nothing is recorded that is not whole, and what is public stays",
    .enabled(if: SmallDisk.isPossible))
  func fullDisk() throws {
    let planting = try Planting()
    let disk = try SmallDisk(at: planting.sample.folder.appending(path: "output"), megabytes: 4)
    defer { disk.detach() }
    try planting.run()
    try planting.approveAll("001")
    try planting.publish()
    let public001 = try planting.published()
    try disk.fill(leaving: 0)
    let program = Program(in: planting.sample)
    let publish = ["publish"] + Self.of
    let review = ["review"] + Self.of + ["--step", "采购人初审", "--by", "张三", "approve"]
    // The ledger's last page has room for some lines still; then there is none.
    var ended = try program.run(review)
    var rounds = 0
    while ended.status == 0, rounds < 60 {
      rounds += 1
      _ = try program.run(["withdraw"] + Self.of + ["--unit", "002", "--by", "张三", "--opinion", "再看"])
      ended = try program.run(review.dropLast() + ["--unit", "002", "approve"])
    }
    #expect([1, 3].contains(ended.status), "\(ended)")
    #expect(try planting.verification().faults.isEmpty)
    #expect(try program.run(publish + ["--unit", "001"]).status == 0)
    #expect(try planting.published() == public001)
    try disk.fill(leaving: .max)
    try planting.sample.apply(.cell("2024/plantings.csv", row: 3, "棵数", "36"))
    try planting.run()
    try planting.approveAll("002")
    try disk.fill(leaving: 0)
    let full = try program.run(publish)
    #expect(full.status == 3 && full.errors.contains("磁盘已满"), "\(full)")
    #expect(try planting.published() == public001)
    #expect(try planting.verification().faults.isEmpty)
    try disk.fill(leaving: .max)
    #expect(try planting.publish() == ["002"])
  }

  @Test("a publication that was stopped before its last move is finished by the next")
  func unfinished() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.publish()
    try planting.approveAll("002")
    try planting.publish()
    // As if the power had failed between the ledger's line and the rename.
    let publications = Publications(root: planting.output.path)
    let link = PeriodLink(root: planting.output.path, name: .published)
    for isNamed in [true, false] {
      try link.point(at: "0001")
      if !isNamed { try FileSystem.move(publications.folder("0002"), to: publications.making("0002")) }
      #expect(try planting.verification().faults == [.unfinished("0002")])
      #expect(try planting.desk().status().isPublicationUnfinished)
      let outcome = try planting.desk().publish([])
      #expect(outcome.units.isEmpty && outcome.finished.publication == "0002")
      #expect(publications.current == "0002")
      #expect(try planting.verification().faults.isEmpty)
    }
    // And what was stopped before its line was never there.
    let notices = publications.making("0003") + "/files/notices"
    try FileManager.default.createDirectory(atPath: notices, withIntermediateDirectories: true)
    try Data("半".utf8).write(to: URL(filePath: notices + "/001.txt"))
    #expect(try planting.verification().faults.isEmpty)
    try planting.approve(Planting.first, "李四", "003")
    try planting.approve(Planting.second, "赵六", "003")
    try planting.publish()
    #expect(try planting.published().names == ["notices/001.txt", "notices/002.txt", "notices/003.txt"])
    #expect(try planting.verification().faults.isEmpty)
  }
}
