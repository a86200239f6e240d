import ArgumentParser
import Pipeline

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "读入、核对、计算、产出 / ingest, reconcile, compute and emit")

  @Option(help: .init("到哪一步为止 / the last stage", valueName: "stage"))
  var through = Stage.emit

  @OptionGroup var options: RunOptions

  func run() throws { try perform(options, through: through) }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "只读入和核对，不产出 / ingest and reconcile only (run --through reconcile)")

  @OptionGroup var options: RunOptions

  func run() throws { try perform(options, through: .reconcile) }
}

/// One run, and what becomes of it on the terminal and in the exit code.
private func perform(_ options: RunOptions, through last: Stage) throws {
  let terminal = options.places.terminal
  let progress = Progress(
    of: "\(options.pipeline) \(options.period)", language: options.places.lang,
    isQuiet: options.quiet || options.json)
  try terminal.reportingTrouble {
    let folder = try options.places.workplace.load(options.pipeline)
    let run = try Run(
      folder, period: options.period, asOf: options.asOf, through: last, in: options.places.workplace,
      language: options.places.lang)
    let result = try run.perform { progress.show($0) }
    progress.clear()
    if options.json {
      terminal.print(json: result)
    } else if !options.quiet || !result.isDone {
      terminal.print(result)
    }
    if !result.isDone { throw ExitCode(1) }
  }
}

extension Stage: ExpressibleByArgument {}
