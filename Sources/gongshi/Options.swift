import ArgumentParser
import Figures
import Pipeline

/// Where pipelines, registers and results stand, and in which language to speak.
struct PlaceOptions: ParsableArguments {
  @Option(help: .init("流程文件夹所在目录 / the folder of pipelines", valueName: "folder"))
  var pipelines = "pipelines"

  @Option(help: .init("登记表所在目录 / the folder of registers", valueName: "folder"))
  var input = "input"

  @Option(help: .init("结果目录 / the folder of results", valueName: "folder"))
  var output = "output"

  @Option(help: .init("语言 / language", valueName: "language"))
  var lang = Language.chinese

  var workplace: Workplace { Workplace(pipelines: pipelines, input: input, output: output) }
  var terminal: Terminal { Terminal(language: lang) }
}

/// Which run: a pipeline and a period.
struct RunOptions: ParsableArguments {
  @Argument(help: "流程名，见 gongshi list / the pipeline's name, see gongshi list")
  var pipeline: String

  @Option(help: .init("期间，如 2025 或 2025-06 / the period, such as 2025 or 2025-06", valueName: "YYYY[-MM]"))
  var period: String

  @Option(
    help: .init(
      "文件日期，缺省为期间的第一天 / the documents' date, by default the period's first day", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Flag(help: "以 JSON 输出结果 / print the outcome as JSON")
  var json = false

  @Flag(help: "只输出错误，供定时任务使用 / print trouble only, for cron")
  var quiet = false

  @OptionGroup var places: PlaceOptions
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "zh": self = .chinese
    case "en": self = .english
    default: return nil
    }
  }

  public var defaultValueDescription: String { self == .chinese ? "zh" : "en" }
  public static var allValueStrings: [String] { ["zh", "en"] }
}
