import ArgumentParser
import Pipeline

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一个可以运行的流程文件夹 / make a pipeline folder that runs")

  @Argument(help: "流程名：小写字母、数字和连字符 / lower-case letters, digits and hyphens")
  var name: String

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let terminal = places.terminal
    try terminal.reportingTrouble {
      let made = try places.workplace.makePipeline(name)
      terminal.print(
        terminal.chinese
          ? "已建立 \(made.folder)，样例数据在 \(made.input)。试运行：\n  gongshi run \(name) --period \(made.period)"
          : "made \(made.folder), with sample registers in \(made.input). Try:\n  gongshi run \(name) --period \(made.period)"
      )
    }
  }
}
