import ArgumentParser
import Pipeline

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "各单位审核、发布到哪一步 / where every unit stands")

  @OptionGroup var options: DeskOptions

  func run() throws {
    try options.places.terminal.reportingTrouble {
      let status = try options.desk().status(options.unit)
      options.show(
        status.table(in: options.places.lang, isColoured: options.places.terminal.isColoured), status.summary)
    }
  }
}

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "一个期间的经过 / what happened in a period, in order")

  @OptionGroup var options: DeskOptions

  func run() throws {
    try options.places.terminal.reportingTrouble {
      let history = try History(
        options.pipeline, period: options.period, units: options.unit, in: options.places.workplace)
      options.show(history.table(in: options.places.lang), history.summary)
    }
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对总账和它记下的文件 / prove the ledger and the files it speaks of",
    discussion: """
      总账逐行核对，再核对各期间每一次运行和发布的文件、各个链接是不是记下的那些，有没有多出来的。有不符的，指出是哪一行、哪个文件。
      Every line of the ledger, then the files of every run and publication, and the links; what differs is named.
      """)

  @Argument(help: "流程名；不写就是全部 / the pipeline; without it: all")
  var pipeline: String?

  @Option(help: .init("期间；不写就是全部 / the period; without it: all", valueName: "YYYY[-MM]"))
  var period: String?

  @Flag(help: "以 JSON 输出结果 / print the outcome as JSON")
  var json = false

  @Flag(help: "只输出错误，供定时任务使用 / print trouble only, for cron")
  var quiet = false

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let terminal = places.terminal
    try terminal.reportingTrouble {
      let verification = try Verification(places.workplace, pipeline: pipeline, period: period)
      if json {
        terminal.print(json: verification.summary)
      } else if !quiet || !verification.faults.isEmpty {
        terminal.print(verification.text(in: places.lang))
      }
      if !verification.faults.isEmpty { throw ExitCode(1) }
    }
  }
}
