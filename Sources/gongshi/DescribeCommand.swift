import ArgumentParser
import Pipeline

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "说明要准备哪些登记表、哪些列 / the registers and columns to prepare",
    discussion: """
      加 --datapackage 目录，则在该目录写出 datapackage.json，供同类工具检查同样的文件。
      With --datapackage, writes datapackage.json into that folder, so that other tools can check the same files.
      """)

  @Argument(help: "流程名 / the pipeline's name")
  var pipeline: String

  @Option(
    help: .init(
      "在登记表旁写出 Data Package 描述文件 / write a Data Package descriptor beside the registers", valueName: "folder")
  )
  var datapackage: String?

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let terminal = places.terminal
    try terminal.reportingTrouble {
      let folder = try places.workplace.load(pipeline)
      if let datapackage {
        terminal.print(try folder.writeDescriptor(to: datapackage))
      } else {
        terminal.print(folder.description(inEnglish: places.lang == .english))
      }
    }
  }
}
