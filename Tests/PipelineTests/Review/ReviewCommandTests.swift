import Foundation
import Testing

@testable import Pipeline

/// The commands around reviews as people type them: what they print, and how they end.
@Suite("Review, publish, status")
struct ReviewCommandTests {
  private static let of = ["planting", "--period", "2024"]

  private func said(_ planting: Planting, _ command: String, _ arguments: String...) throws -> Program.Ended {
    try Program(in: planting.sample).run([command] + Self.of + arguments)
  }

  @Test("a day at the office")
  func day() throws {
    let planting = try Planting.afterRun()
    let first = try said(planting, "review", "--step", "采购人初审", "--by", "张三", "approve")
    #expect(first.status == 0)
    #expect(
      first.output == """
        planting 2024：张三通过了 2 个单位的采购人初审：001、002。
          全部 4 个单位：待采购人初审 2，待财政审核 2

        """)
    let back = try said(
      planting, "review", "--unit", "002", "--step", "财政审核", "--by", "赵六", "退回", "--opinion", "棵数与现场不符")
    #expect(back.output.hasPrefix("planting 2024：赵六在财政审核退回了 1 个单位：002。\n"))
    #expect(try said(planting, "review", "--step", "财政审核", "--by", "赵六", "通过", "--quiet").output.isEmpty)
    let status = try said(planting, "status")
    let lines = status.output.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "2024-07-10 09:30")
    #expect(
      lines == """
        planting 2024（第 0001 次运行）：4 个单位
          待采购人初审 2，已退回 1，待发布 1

        单位  名称              状态          公开  最近一步      经办人  时间              意见
        001   示例一局（虚构）  待发布        否    财政审核通过  赵六    2024-07-10 09:30
        002   示例二局（虚构）  已退回        否    财政审核退回  赵六    2024-07-10 09:30  棵数与现场不符
        003   示例三局（虚构）  待采购人初审  否
        全区  示例区（虚构）    待采购人初审  否

        """)
    let published = try said(planting, "publish")
    #expect(published.status == 0)
    #expect(
      published.output == """
        planting 2024：已发布 1 个单位（第 0001 次发布）：001。
          公开的文件共 1 个，在 output/planting/2024/published/
          还有 3 个单位没有发布：
            已退回：002
            待采购人初审：003、全区

        """)
    #expect(try said(planting, "publish").output.hasPrefix("planting 2024：没有新的单位可以发布。\n"))
    let withdrawn = try said(planting, "withdraw", "--unit", "001", "--by", "张三", "--opinion", "有误")
    #expect(
      withdrawn.output == """
        planting 2024：张三撤回了 1 个单位：001。它们要从第一步重新审核。
          001 的文件已从 output/planting/2024/published/ 拿走；已贴到别处的，请另行撤下。

        """)
    let history = try said(planting, "history", "--unit", "001")
    #expect(history.output.split(separator: "\n").count == 5)
    let verified = try Program(in: planting.sample).run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("总账 6 行，行行相接；核对了 "))
  }

  @Test(
    "refusals are sentences with what to do; 1 where the reviews do not allow it, 64 where the command is wrong"
  )
  func refusals() throws {
    let planting = try Planting.afterRun()
    try planting.approve(Planting.first, "张三", "001")
    let nothing = "什么也没有记录，已发布的也没有改动。\n"
    let early = try said(planting, "review", "--unit", "002", "--step", "财政审核", "--by", "李四", "approve")
    #expect(early.status == 1 && early.output.isEmpty)
    #expect(early.errors == "单位 002 现在待采购人初审，还不能办理财政审核。\n" + nothing)
    let unknown = try said(
      planting, "review", "--unit", "01", "--unit", "示例三局（虚构）", "--step", "采购人初审", "--by", "张三", "approve")
    #expect(unknown.status == 64)
    #expect(
      unknown.errors == """
        没有单位“01”，是否想写“001”？用 gongshi status 查看全部单位。
        没有单位“示例三局（虚构）”，是否想写“003”？用 gongshi status 查看全部单位。

        """ + nothing)
    let silent = try said(planting, "review", "--step", "财政审核", "--by", "李四", "return", "--unit", "001")
    #expect(silent.status == 64)
    #expect(silent.errors == "请用 --opinion 写明意见：退回和撤回都要有意见。\n" + nothing)
    let stranger = try said(planting, "review", "--step", "财政审核", "--by", "张三", "approve", "--lang", "en")
    #expect(stranger.status == 64)
    #expect(stranger.errors.hasPrefix("张三 is no reviewer for '财政审核'. Reviewers: 李四, 赵六."))
    let waiting = try said(planting, "publish", "--unit", "001", "--lang", "en")
    #expect(waiting.status == 1)
    #expect(waiting.errors.hasPrefix("Unit 001 cannot be published: it waits for '财政审核'.\n"))
    #expect(try said(planting, "review", "--step", "财政审核", "--by", "李四", "agree").status == 64)
  }

  @Test("3: no result yet, or one without review steps")
  func noResult() throws {
    let planting = try Planting()
    let none = try said(planting, "status")
    #expect(none.status == 3)
    #expect(none.errors == "还没有 planting 2024 的结果。请先运行 gongshi run planting --period 2024。\n")
    let plain = try Sample()
    try plain.run()
    let without = try Program(in: plain).run("publish", "department-budget", "--period", "2025")
    #expect(without.status == 3)
    #expect(without.errors.contains("（第 0001 次运行）没有审核步骤。请在 pipeline.yaml 里写上 review"))
  }

  @Test("75: a run is going on")
  func locked() throws {
    let planting = try Planting.afterRun()
    let lock = try RunLockHolder(planting.output)
    #expect(try said(planting, "publish").status == 75)
    #expect(try said(planting, "status").status == 0)
    lock.release()
    #expect(try said(planting, "publish").status == 0)
  }

  @Test("--json is for machines")
  func json() throws {
    struct Status: Decodable {
      struct Unit: Decodable {
        var unit: String
        var state: String
        var step: String?
        var published: String
        var people: [String]
      }
      var steps: [String]
      var counts: [String: Int]
      var units: [Unit]
    }
    struct Published: Decodable {
      var publication: String?
      var units: [String]
      var waiting: [String: [String]]
    }
    let planting = try Planting.afterRun()
    try planting.approveAll("001")
    let status = try JSONDecoder().decode(
      Status.self, from: Data(try said(planting, "status", "--json").output.utf8))
    #expect(status.steps == ["采购人初审", "财政审核"])
    #expect(status.counts == ["approved": 1, "waiting": 3])
    #expect(status.units.map(\.state) == ["approved", "waiting", "waiting", "waiting"])
    #expect(status.units[1].people == ["张三", "王五"] && status.units[1].published == "no")
    let published = try JSONDecoder().decode(
      Published.self, from: Data(try said(planting, "publish", "--json").output.utf8))
    #expect(published.publication == "0001" && published.units == ["001"])
    #expect(published.waiting == ["采购人初审": ["002", "003", "全区"]])
  }

  @Test(
    "a changed line of the ledger is named by every command that relies on it",
    arguments: [
      ["status"], ["publish"], ["history"], ["withdraw", "--unit", "001", "--by", "张三", "--opinion", "有误"],
      ["review", "--step", "财政审核", "--by", "李四", "approve"],
    ])
  func changedLine(_ command: [String]) throws {
    let planting = try Planting.afterRun()
    try planting.approve(Planting.first, "张三", "001", opinion: "同意")
    try planting.approve(Planting.first, "李四", "003")
    let file = planting.ledger.path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("同意", with: "不行").write(toFile: file, atomically: true, encoding: .utf8)
    let ended = try Program(in: planting.sample).run([command[0]] + Self.of + command.dropFirst())
    #expect(ended.status == 1 && ended.output.isEmpty)
    #expect(ended.errors.hasPrefix("output/ledger.jsonl 第 2 行被改动过：内容与它的校验码不符。"), "\(ended.errors)")
    #expect(try Program(in: planting.sample).run("verify").errors.contains("第 2 行被改动过"))
  }
}

/// Holds a period as a run does.
private struct RunLockHolder {
  private let descriptor: Int32

  init(_ folder: URL) throws {
    descriptor = open(folder.appending(path: ".lock").path, O_RDWR | O_CREAT, 0o644)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
  }

  func release() { close(descriptor) }
}
