import ArgumentParser
import Pipeline

/// Which result is reviewed: a pipeline, a period, and the units of it.
struct DeskOptions: ParsableArguments {
  @Argument(help: "流程名，见 gongshi list / the pipeline's name, see gongshi list")
  var pipeline: String

  @Option(help: .init("期间，如 2025 或 2025-06 / the period, such as 2025 or 2025-06", valueName: "YYYY[-MM]"))
  var period: String

  @Option(
    parsing: .singleValue,
    help: .init(
      "单位编码，可写几次；不写就是全部，撤回必须写 / a unit's code, may be repeated; without it: all; withdraw needs it",
      valueName: "code"))
  var unit: [String] = []

  @Flag(help: "以 JSON 输出结果 / print the outcome as JSON")
  var json = false

  @Flag(help: "只输出错误，供定时任务使用 / print trouble only, for cron")
  var quiet = false

  @OptionGroup var places: PlaceOptions

  func desk() throws -> ReviewDesk { try ReviewDesk(pipeline, period: period, in: places.workplace) }

  /// Prints an outcome as it was asked for.
  func show(_ text: @autoclosure () -> String, _ json: @autoclosure () -> some Encodable) {
    let terminal = places.terminal
    if self.json {
      terminal.print(json: json())
    } else if !quiet {
      terminal.print(text())
    }
  }
}
