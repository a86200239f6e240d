import ArgumentParser
import Pipeline

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "发布各步都已通过的单位 / publish what passed all steps",
    discussion: """
      把审核通过的文件放进 output/<流程>/<期间>/published/，要么整套换好，要么一点不动；还没通过的列出来。
      Copies what is approved to published/, all of it or nothing, and says what still waits.
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    try options.places.terminal.reportingTrouble {
      let outcome = try options.desk().publish(options.unit)
      options.show(outcome.text(in: options.places.lang), outcome.summary)
    }
  }
}

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "撤回单位的发布和审核 / take a unit's publication and reviews back",
    discussion: """
      从 published/ 里拿走，已有的审核作废，从第一步重新审核；经过都留在总账里。
      Takes it out of published/; its reviews begin anew. The ledger keeps what was.
      """)

  @OptionGroup var options: DeskOptions

  @Option(help: .init("撤回人，须是这个单位的审核人之一 / who takes it back, one of the unit's reviewers", valueName: "name"))
  var by: String

  @Option(help: .init("撤回的理由 / why", valueName: "text"))
  var opinion = ""

  func run() throws {
    try options.places.terminal.reportingTrouble {
      let outcome = try options.desk().withdraw(options.unit, by: by, opinion: opinion)
      options.show(outcome.text(in: options.places.lang), outcome.summary)
    }
  }
}
