import ArgumentParser
import Pipeline

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "审核：通过或退回 / approve or return units at a review step",
    discussion: """
      例 / examples:
        gongshi review sme-reserve --period 2024 --step 采购人初审 --by 张三 approve
        gongshi review sme-reserve --period 2024 --unit 001 --step 财政审核 --by 李四 return --opinion 请核对第三行
      不写 --unit，就是等待这一步、又可以由这个人办理的全部单位。几个单位里有一个不能办理，就一个也不记录。
      Without --unit: all units that wait for the step and that this person may take. All of them or none.
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "approve 通过，或 return 退回 / approve or return")
  var verdict: Verdict

  @Option(help: .init("审核步骤，见 gongshi status / the step, see gongshi status", valueName: "step"))
  var step: String

  @Option(help: .init("办理人 / who takes the step", valueName: "name"))
  var by: String

  @Option(help: .init("意见；退回必须写 / the opinion; a return needs one", valueName: "text"))
  var opinion = ""

  func run() throws {
    try options.places.terminal.reportingTrouble {
      let outcome = try options.desk().review(options.unit, step: step, by: by, verdict, opinion: opinion)
      options.show(outcome.text(in: options.places.lang), outcome.summary)
    }
  }
}

extension Verdict: ExpressibleByArgument {
  /// In Chinese too, as people say it.
  public init?(argument: String) {
    switch argument {
    case "approve", "通过": self = .approve
    case "return", "退回": self = .return
    default: return nil
    }
  }
}
