import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// A backup that was put back, a copy that lost its links, a file that somebody put in: what lies on the disk and
/// what the ledger says no longer agree. Nothing is built on that, and everything is named.
@Suite("The ledger and the disk")
struct RecordFaultTests {
  /// Three publications, of one unit more each.
  private static func published() throws -> Planting {
    let planting = try Planting.afterRun()
    for unit in ["001", "002"] {
      try planting.approveAll(unit)
      try planting.publish()
    }
    try planting.approve(Planting.first, "李四", "003")
    try planting.approve(Planting.second, "赵六", "003")
    try planting.publish()
    return planting
  }

  private static let of = ["planting", "--period", "2024"]
  private static let commands: [[String]] = [
    ["run"] + of,
    ["review"] + of + ["--unit", "001", "--step", "财政审核", "--by", "李四", "approve"],
    ["publish"] + of,
    ["withdraw"] + of + ["--unit", "001", "--by", "张三", "--opinion", "有误"],
    ["status"] + of,
  ]

  /// Every command names what differs, and nothing is written.
  private func expectRefused(_ planting: Planting, naming name: String) throws {
    let (ledger, disk) = (try Data(contentsOf: URL(filePath: planting.ledger.path)), try tree(planting))
    for command in Self.commands {
      let ended = try Program(in: planting.sample).run(command)
      #expect(ended.status == 1, "\(command[0]): \(ended)")
      #expect(
        ended.errors.contains(name) && ended.errors.contains("gongshi repair"), "\(command[0]): \(ended)")
    }
    #expect(try Data(contentsOf: URL(filePath: planting.ledger.path)) == ledger)
    #expect(try tree(planting) == disk)
    #expect(try Program(in: planting.sample).run("verify").status == 1)
  }

  /// Every name below the period's folder, with where links lead.
  private func tree(_ planting: Planting) throws -> [String] {
    let root = planting.output.path
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().map { path in
      "\(path) \(try FileSystem.kind(of: "\(root)/\(path)") ?? .other)"
    }
  }

  /// After a repair all agrees again, and the next publication has a number of its own.
  private func expectMended(_ planting: Planting, publication: String) throws {
    _ = try planting.repair()
    #expect(try planting.verification().faults.isEmpty)
    #expect(try planting.repair().steps.isEmpty)
    try planting.withdraw("张三", "001")
    let publications = Publications(root: planting.output.path)
    #expect(publications.current == publication)
    #expect(try planting.verification().faults.isEmpty)
  }

  // MARK: An older ledger

  @Test(
    "a ledger that lacks its last lines rolls nothing back",
    arguments: [("one publication", 1), ("two", 4), ("all three", 7)])
  func olderLedger(_ why: String, _ lines: Int) throws {
    let planting = try Self.published()
    let before = try planting.published()
    let text = try String(contentsOfFile: planting.ledger.path, encoding: .utf8).split(separator: "\n")
    try (text.dropLast(lines).joined(separator: "\n") + "\n")
      .write(toFile: planting.ledger.path, atomically: true, encoding: .utf8)
    try expectRefused(planting, naming: "publications/0003 在总账里没有记录")
    #expect(try planting.published() == before)
    try expectMended(planting, publication: "0004")
  }

  @Test("a last line that was torn is not dropped when the disk shows what it said", arguments: [1, 30, 200])
  func tornPublication(_ bytes: Int) throws {
    let planting = try Self.published()
    let text = try Data(contentsOf: URL(filePath: planting.ledger.path))
    try text.dropLast(bytes + 1).write(to: URL(filePath: planting.ledger.path))
    try expectRefused(planting, naming: "publications/0003 在总账里没有记录")
    try expectMended(planting, publication: "0004")
  }

  @Test("a run that the ledger lacks is named, and recorded again when it is whole")
  func olderRun() throws {
    let planting = try Planting.afterRun()
    try planting.plant(5, unit: "001")
    let text = try String(contentsOfFile: planting.ledger.path, encoding: .utf8).split(separator: "\n")
    try (text[0] + "\n").write(toFile: planting.ledger.path, atomically: true, encoding: .utf8)
    try expectRefused(planting, naming: "runs/0002 在总账里没有记录")
    #expect(try planting.repair().steps == [.recordedRun("0002")])
    #expect(try planting.verification().faults.isEmpty)
    try planting.plant(6, unit: "001")
    #expect(try PeriodLink(root: planting.output.path, name: .current).id() == "0003")
  }

  @Test("what the ledger lacks and is not whole is set aside, not recorded")
  func setAside() throws {
    let planting = try Planting.afterRun()
    try planting.plant(5, unit: "001")
    let text = try String(contentsOfFile: planting.ledger.path, encoding: .utf8).split(separator: "\n")
    try (text[0] + "\n").write(toFile: planting.ledger.path, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(at: planting.output.appending(path: "runs/0002/notices/002.txt"))
    let root = planting.output.path
    #expect(
      try planting.repair().steps.first
        == .setAside("\(root)/runs/0002", to: "\(root)/set-aside/runs-0002-1"))
    #expect(try planting.verification().faults.isEmpty)
    #expect(try PeriodLink(root: root, name: .current).id() == "0001")
    // Its number is not given again.
    let kept = try FileSystem.listing(of: root + "/set-aside")
    #expect(kept == ["runs-0002-1"])
  }

  // MARK: Copies and links

  @Test("a copy whose links became folders says what to repair, and works again after it")
  func copiedFolder() throws {
    let planting = try Self.published()
    let root = planting.output.path
    try TestSupport.run("cp", ["-rL", root, root + ".copy"])
    try FileManager.default.removeItem(atPath: root)
    try FileSystem.move(root + ".copy", to: root)
    try expectRefused(planting, naming: "current 应是链接")
    try expectMended(planting, publication: "0004")
    #expect(try FileSystem.listing(of: root + "/set-aside") == ["current-1", "latest-1", "published-1"])
    try planting.run()
  }

  @Test(
    "a link that leads elsewhere is named",
    arguments: [
      ("current", "/tmp", "指向 /tmp"), ("current", "runs/0099", "runs/0099 在总账里没有记录"),
      ("published", "../elsewhere/files", "指向 ../elsewhere/files"),
      ("published", "publications/0009/files", "publications/0009 在总账里没有记录"),
      ("latest", "latest", "指向 latest"),
    ])
  func foreignLink(_ link: String, _ target: String, _ said: String) throws {
    let planting = try Self.published()
    let path = planting.output.appending(path: link)
    try FileManager.default.removeItem(at: path)
    try FileManager.default.createSymbolicLink(atPath: path.path, withDestinationPath: target)
    try expectRefused(planting, naming: said)
  }

  @Test("a link that leads to an older run or publication is named, and turned by the next command")
  func olderTarget() throws {
    let planting = try Self.published()
    try planting.plant(9, unit: "001")
    let root = planting.output.path
    let current = PeriodLink(root: root, name: .current)
    try current.point(at: "0001")
    try PeriodLink(root: root, name: .published).point(at: "0001")
    #expect(
      try planting.verification().faults
        == [.behind(current.path, shows: "0001", last: "0002"), .unfinished("0003")])
    let outcome = try planting.desk().publish([])
    #expect(outcome.finished.run == "0002" && outcome.finished.publication == "0003")
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test("a run that was stopped right after its line is ended by the next command, which says so")
  func stoppedRun() throws {
    let planting = try Planting.afterRun()
    try planting.plant(5, unit: "001")
    let root = planting.output.path
    let folder = RunFolder(root: root, id: "0002")
    try FileSystem.move(folder.file(RunFolder.record), to: folder.file(RunFolder.unsettledRecord))
    for name in [PeriodLink.Name.current, .latest] {
      try PeriodLink(root: root, name: name).point(at: "0001")
    }
    // What people review is the run that the ledger has.
    #expect(try planting.desk().run == "0002")
    let ended = try Program(in: planting.sample).run("run", "planting", "--period", "2024")
    #expect(ended.status == 0 && ended.output.contains("上次中断的第 0002 次运行已接着换好"), "\(ended)")
    #expect(try planting.verification().faults.isEmpty)
  }

  // MARK: What verify looks at

  @Test("nothing is opened that is no plain file; what was replaced is named", .timeLimit(.minutes(1)))
  func noPlainFile() throws {
    let planting = try Self.published()
    let files = planting.output.path + "/publications/0003/files"
    let notice = files + "/notices/001.txt"
    try FileSystem.move(notice, to: notice + ".old")
    for replace in [
      { try TestSupport.run("mkfifo", [notice]) },
      { try TestSupport.run("ln", ["-s", "001.txt.old", notice]) },
      { try TestSupport.run("ln", ["-s", notice, notice]) }, { try TestSupport.run("mkdir", [notice]) },
      { try TestSupport.run("mknod", [notice, "c", "1", "5"]) },
    ] as [() throws -> Void] {
      try replace()
      #expect(try planting.verification().faults == [.notPlain(notice), .stranger(notice + ".old")])
      try FileManager.default.removeItem(atPath: notice)
    }
    #expect(try planting.verification().faults == [.stranger(notice + ".old"), .missing(notice)])
    try FileSystem.move(notice + ".old", to: notice)
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test(
    "a stranger is named, wherever it lies, hidden or not",
    arguments: [
      "publications/0003/files/notices/.hidden", "publications/0003/files/further/more.txt",
      "publications/0001/note.txt",
      "runs/0001/notices/999.txt", "runs/0001/.hidden", "runs/note.txt", "publications/copy/record.json",
      "index.html",
    ])
  func strangers(_ path: String) throws {
    let planting = try Self.published()
    let file = planting.output.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("<script>".utf8).write(to: file)
    let faults = try planting.verification().faults
    #expect(faults.count == 1)
    guard case .stranger(let named)? = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(file.path.hasPrefix(named))
  }

  @Test("every recorded run and publication is proved, not only the last")
  func olderOnes() throws {
    let planting = try Self.published()
    try planting.plant(9, unit: "001")
    let root = planting.output.path
    try Data("改".utf8).write(to: URL(filePath: root + "/runs/0001/notices/002.txt"))
    try FileManager.default.removeItem(atPath: root + "/publications/0001/files/notices/001.txt")
    #expect(
      Set(try planting.verification().faults) == [
        .changed(root + "/runs/0001/notices/002.txt"),
        .missing(root + "/publications/0001/files/notices/001.txt"),
      ])
    try FileManager.default.removeItem(atPath: root + "/runs/0001")
    #expect(try planting.verification().faults.contains(.missing(root + "/runs/0001")))
  }

  // MARK: Numbers

  @Test("a number is not given twice, whichever of folder and line is gone")
  func numbers() throws {
    let planting = try Planting.afterRun()
    try planting.run()
    let root = planting.output.path
    try FileManager.default.removeItem(atPath: root)
    try planting.run()
    #expect(try PeriodLink(root: root, name: .current).id() == "0003")
    #expect(try RunFolder(next: root, known: ["0041"]).id == "0042")
    #expect(try RunFolder(next: root, known: []).id == "0043")
  }

  @Test("a folder that cannot be listed is an error, not an empty one")
  func unreadable() throws {
    let planting = try Planting.afterRun()
    let runs = planting.output.path + "/runs"
    #expect(throws: RunError.self) { try FileSystem.listing(of: runs + "/0001/run.json") }
    #expect(try FileSystem.listing(of: runs + "/none").isEmpty)
    #expect(try FileSystem.listing(of: runs) == ["0001"])
  }
}
