import ArgumentParser
import Pipeline

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出各流程 / list the pipelines")

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let terminal = places.terminal
    let workplace = places.workplace
    let names = workplace.names
    let width = names.map(\.count).max() ?? 0
    var trouble: ExitCode?
    for name in names {
      let start = name + String(repeating: " ", count: width - name.count + 2)
      do {
        try terminal.reportingTrouble {
          let definition = try workplace.load(name).definition
          let title =
            places.lang == .english ? definition.titleInEnglish ?? definition.title : definition.title
          terminal.print(start + title)
        }
      } catch let code as ExitCode {
        terminal.print(start + (terminal.chinese ? "流程文件夹有误" : "the folder is wrong"))
        trouble = code
      }
    }
    if let trouble { throw trouble }
    if names.isEmpty {
      terminal.print(terminal.chinese ? "\(places.pipelines) 中没有流程" : "no pipelines in \(places.pipelines)")
    }
  }
}
