import ArgumentParser
import Pipeline

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "总账与磁盘对不上时修复 / make the ledger and the disk agree again",
    discussion: """
      磁盘上有而总账里没有的运行和发布：完整的补记进总账，不完整的移到 set-aside/；链接重新指好。什么也不删，每一步都记入总账。
      What the disk has and the ledger lacks is recorded when it is whole and set aside when it is not; links are
      pointed again. Nothing is deleted, and every step has its line in the ledger.
      """)

  @Argument(help: "流程名，见 gongshi list / the pipeline's name, see gongshi list")
  var pipeline: String

  @Option(help: .init("期间，如 2025 或 2025-06 / the period, such as 2025 or 2025-06", valueName: "YYYY[-MM]"))
  var period: String

  @Option(help: .init("由谁修复 / who repairs it", valueName: "name"))
  var by: String

  @Option(help: .init("出了什么事 / what happened", valueName: "text"))
  var opinion: String

  @Flag(help: "以 JSON 输出结果 / print the outcome as JSON")
  var json = false

  @Flag(help: "只输出错误，供定时任务使用 / print trouble only, for cron")
  var quiet = false

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let terminal = places.terminal
    try terminal.reportingTrouble {
      let repair = try Repair(pipeline, period: period, by: by, opinion: opinion, in: places.workplace)
      if json {
        terminal.print(json: repair.steps.map { $0.sentence(false) })
      } else if !quiet {
        let chinese = places.lang == .chinese
        let lines = repair.steps.map { "  " + $0.sentence(chinese) }
        let head =
          lines.isEmpty
          ? (chinese ? "总账与磁盘相符，没有什么要修复。" : "The ledger and the disk agree; there is nothing to repair.")
          : (chinese ? "修复了 \(lines.count) 处：" : "\(lines.count) repaired:")
        terminal.print(([head] + lines).joined(separator: "\n"))
      }
    }
  }
}

extension Repair.Step {
  fileprivate func sentence(_ chinese: Bool) -> String {
    switch self {
    case .recordedRun(let id):
      chinese ? "第 \(id) 次运行完整无缺，补记进总账" : "run \(id) is whole; it was recorded again"
    case .recordedPublication(let id):
      chinese
        ? "第 \(id) 次发布完整无缺，补记进总账；总账里丢失的审核经过找不回来，里面的单位按已发布计"
        : "publication \(id) is whole; it was recorded again. Reviews that the ledger lost stay lost"
    case .setAside(let path, let target): chinese ? "\(path) 移到了 \(target)" : "\(path) was moved to \(target)"
    case .pointed(let link, let target):
      chinese ? "\(link) 重新指向 \(target)" : "\(link) leads to \(target) again"
    case .givenUp(let path):
      chinese ? "\(path) 已不完整，记为遗失，以后不再核对" : "\(path) is no longer whole; it was noted as lost"
    case .finished(let finished): finished.sentence(chinese)
    }
  }
}
