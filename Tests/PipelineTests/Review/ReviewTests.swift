import Foundation
import Testing

@testable import Pipeline

/// Reviews of a small invented pipeline: what is recorded, what is refused and why.
@Suite("Reviews")
struct ReviewTests {
  private let first = Planting.first
  private let second = Planting.second

  @Test("from run to publication")
  func wholeWay() throws {
    let planting = try Planting.afterRun()
    #expect(try planting.approve(first, "张三") == ["001", "002"])
    #expect(try planting.approve(first, "李四") == ["003"])
    // 李四 may take the second step too, but not where the first was his.
    #expect(try planting.approve(second, "李四") == ["001", "002"])
    #expect(try planting.publish() == ["001", "002"])
    #expect(try planting.published().names == ["notices/001.txt", "notices/002.txt"])
    #expect(try planting.approve(second, "赵六") == ["003"])
    #expect(try planting.publish("003") == ["003"])
    #expect(try planting.published().names == ["notices/001.txt", "notices/002.txt", "notices/003.txt"])
    #expect(try planting.states()["全区"] == .waiting(first))
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test("what is made once belongs to the whole: its notice and the open data go together")
  func whole() throws {
    let planting = try Planting.afterRun()
    try planting.approve(first, "孙七")
    try planting.approve(second, "李四", "全区")
    try planting.publish()
    #expect(
      try planting.published().names == ["data/datapackage.json", "data/plantings.csv", "notices/全区.txt"])
  }

  @Test("the same run again keeps approvals; another result loses its own and leaves the others'")
  func reruns() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.approveAll("002")
    try planting.publish("001")
    try planting.run()
    #expect(try planting.states()["001"] == .published)
    #expect(try planting.states()["002"] == .approved)
    let before = try planting.published()
    try planting.plant(121, unit: "001")
    #expect(try planting.states()["001"] == .waiting(first))
    #expect(try planting.states()["002"] == .approved)
    // What was published stays as it was until it is approved anew.
    #expect(try planting.publish() == ["002"])
    #expect(try planting.published().files["notices/001.txt"] == before.files["notices/001.txt"])
    try planting.approveAll("001")
    try planting.publish()
    #expect(try planting.published().text("notices/001.txt").contains("121 棵"))
  }

  @Test("a withdrawal takes it out of what is public, and the history stays")
  func withdrawal() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.approveAll("002")
    try planting.publish()
    try planting.withdraw("张三", "001", opinion: "棵数有误")
    #expect(try planting.published().names == ["notices/002.txt"])
    #expect(try planting.states()["001"] == .withdrawn(first))
    #expect(try planting.publish().isEmpty)
    let history = try History("planting", period: "2024", units: ["001"], in: planting.sample.workplace)
    #expect(history.items.map(\.kind) == ["review", "review", "publish", "withdraw"])
    #expect(history.items.last?.facts["opinion"] == "棵数有误")
    #expect(history.items.last?.facts["by"] == "张三")
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test("a unit that the result no longer has stays public until it is withdrawn")
  func gone() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("002")
    try planting.publish()
    try planting.sample.apply(
      .rows("2024/plantings.csv", "without 002") { rows in rows.filter { $0[0] != "002" } })
    try planting.run()
    #expect(try planting.states()["002"] == .gone)
    #expect(try planting.published().names == ["notices/002.txt"])
    try planting.withdraw("赵六", "002")
    #expect(try planting.published().names.isEmpty)
    #expect(try planting.states()["002"] == nil)
  }

  @Test("what was given back and has not changed is not swept along with the rest")
  func returned() throws {
    let planting = try Planting.afterRun()
    try planting.approve(first, "张三")
    try planting.giveBack(second, "赵六", "002", opinion: "棵数与现场不符")
    #expect(try planting.states()["002"] == .returned(first))
    #expect(try planting.approve(first, "张三").isEmpty)
    #expect(
      try planting.desk().review([], step: first, by: "张三", .approve, opinion: "").passedOver == ["002"])
    #expect(try planting.approve(first, "张三", "002", opinion: "已核实无误") == ["002"])
  }

  @Test("a name is the same with other spaces and widths, and is recorded as the list has it")
  func names() throws {
    let planting = try Planting.afterRun()
    #expect(try planting.desk().review(["001"], step: first, by: " 张　三", .approve, opinion: "").by == "张三")
  }

  @Test("who may take a step is what the last run read")
  func newReviewer() throws {
    let planting = try Planting.afterRun()
    let refused = planting.refusals { try planting.approve(first, "周九", "001") }
    #expect(refused == [.unknownPerson("周九", step: first, known: ["张三"])])
    try planting.sample.apply(
      .rows("2024/reviewers.csv", "with 周九 for all") { $0 + [["", Planting.first, "周九"]] })
    try planting.run()
    #expect(try planting.approve(first, "周九") == ["001", "002", "003", "全区"])
  }

  // MARK: Refusals

  @Test("what cannot be done is said with its reason")
  func refusals() throws {
    let planting = try Planting.afterRun()
    try planting.approve(first, "张三", "001")
    try planting.approve(first, "李四", "003")
    func why(_ work: () throws -> Void) -> [Refusal] { planting.refusals(work) }
    #expect(why { try planting.approve(first, "张三", "01") } == [.unknownUnit("01", suggestion: "001")])
    #expect(why { try planting.approve("财务审核", "李四") } == [.unknownStep("财务审核", known: [first, second])])
    #expect(
      why { try planting.approve(second, "李四", "002") } == [
        .outOfOrder(unit: "002", step: second, waitsFor: first, changed: false)
      ])
    #expect(
      why { try planting.approve(first, "王五", "003") } == [
        .alreadyApproved(
          unit: "003", step: first, by: "李四",
          time: try planting.desk().status(["003"]).units[0].last?.time ?? "",
          next: second)
      ])
    #expect(
      why { try planting.approve(first, "李四", "002") } == [
        .mayNotTake(unit: "002", step: first, by: "李四", people: ["张三", "王五"])
      ])
    #expect(
      why { try planting.approve(second, "李四", "003") } == [
        .samePerson(unit: "003", step: second, by: "李四", earlier: first)
      ])
    #expect(why { try planting.giveBack(second, "赵六", "001", opinion: " ") } == [.missingOpinion])
    #expect(why { try planting.approve(first, " ", "001") } == [.missingName])
    #expect(
      why { try planting.publish("001") } == [.notApproved(unit: "001", waitsFor: second, changed: false)])
    #expect(why { try planting.withdraw("张三", "002") } == [.nothingToWithdraw(unit: "002")])
    #expect(
      why { try planting.withdraw("王五", "001") } == [
        .mayNotTake(unit: "001", step: nil, by: "王五", people: ["张三", "李四", "赵六"])
      ])
    #expect(why { try planting.withdraw("张三") } == [.missingUnit])
    #expect(why { try planting.withdraw("张三", "001", opinion: "") } == [.missingOpinion])
  }

  @Test("one of several refused: nothing is recorded, and every reason is said")
  func allOrNothing() throws {
    let planting = try Planting.afterRun()
    let before = try Data(contentsOf: URL(filePath: planting.ledger.path))
    let refused = planting.refusals { try planting.approve(first, "张三", "001", "003", "全区") }
    #expect(
      refused == [
        .mayNotTake(unit: "003", step: first, by: "张三", people: ["李四"]),
        .mayNotTake(unit: "全区", step: first, by: "张三", people: ["孙七"]),
      ])
    #expect(try Data(contentsOf: URL(filePath: planting.ledger.path)) == before)
  }

  @Test("after the result changed, the second step waits for the first again")
  func changed() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.plant(7, unit: "001")
    #expect(
      planting.refusals { try planting.approve(second, "赵六", "001") } == [
        .outOfOrder(unit: "001", step: second, waitsFor: first, changed: true)
      ])
    #expect(
      planting.refusals { try planting.publish("001") } == [
        .notApproved(unit: "001", waitsFor: first, changed: true)
      ])
  }

  // MARK: Files that somebody touched

  @Test("a file of the run that was changed after approval is not published")
  func touchedResult() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    let file = planting.output.appending(path: "runs/0001/notices/001.txt")
    try Data("别的内容".utf8).write(to: file)
    #expect(planting.refusals { try planting.publish() } == [.changedFile(file.path, of: "001")])
    #expect(!FileManager.default.fileExists(atPath: planting.output.appending(path: "published").path))
    // A new run makes the file as it was approved.
    try planting.run()
    #expect(try planting.publish() == ["001"])
    try FileManager.default.removeItem(at: planting.output.appending(path: "current/review.json"))
    #expect(throws: RunError.self) { try planting.desk() }
  }

  @Test("who may review cannot be changed behind the record's back")
  func touchedSheet() throws {
    let planting = try Planting.afterRun()
    let file = planting.output.appending(path: "runs/0001/review.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("张三", with: "周九").write(to: file, atomically: true, encoding: .utf8)
    #expect(planting.refusals { try planting.approve(first, "周九") } == [.changedFile(file.path, of: nil)])
  }

  @Test("a published file that was changed stops the next publication, until its unit is withdrawn")
  func touchedPublication() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.publish()
    let file = planting.output.appending(path: "publications/0001/files/notices/001.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data("改".utf8))
    try handle.close()
    #expect(try planting.verification().faults == [.changed(file.path)])
    try planting.approveAll("002")
    #expect(planting.refusals { try planting.publish() } == [.changedPublished(file.path, of: "001")])
    try planting.withdraw("张三", "001")
    #expect(try planting.publish() == ["002"])
    // What was public once stays changed, until somebody says so.
    #expect(try planting.verification().faults == [.changed(file.path)])
    let repair = try planting.repair()
    #expect(repair.steps == [.givenUp(planting.output.appending(path: "publications/0001").path)])
    #expect(try planting.verification().faults.isEmpty)
  }

  @Test("what was published and removed from the disk is put back from the run that still has it")
  func lostPublication() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.publish()
    let before = try planting.published()
    try FileManager.default.removeItem(at: planting.output)
    try planting.run()
    #expect(try planting.desk().status().isPublicationUnfinished)
    #expect(try planting.publish().isEmpty)
    #expect(try planting.published() == before)
    try FileManager.default.removeItem(at: planting.output)
    try planting.plant(1, unit: "001")
    try planting.approveAll("002")
    #expect(planting.refusals { try planting.publish() } == [.lostPublication(unit: "001")])
  }

  @Test("a stranger among the published files is named, and so is a run that the ledger does not know")
  func strangers() throws {
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    try planting.publish()
    let stranger = planting.output.appending(path: "publications/0001/files/notices/多出.txt")
    try Data().write(to: stranger)
    #expect(try planting.verification().faults == [.stranger(stranger.path)])
    try FileManager.default.removeItem(at: stranger)
    // Somebody takes away all lines but the first: the publication is no longer accounted for.
    let lines = try String(contentsOfFile: planting.ledger.path, encoding: .utf8).split(separator: "\n")
    try (lines[0] + "\n").write(toFile: planting.ledger.path, atomically: true, encoding: .utf8)
    let folder = planting.output.appending(path: "publications/0001").path
    #expect(try planting.verification().faults == [.unrecorded(folder)])
  }
}
