import ArgumentParser

/// The command line: options in, one call, one outcome out. The only place that prints and that maps trouble to
/// exit codes.
@main
struct Gongshi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongshi",
    abstract: "公示：从登记表到可公开的报表和公告 / From registers to checked workbooks and public notices.",
    discussion: """
      退出码 / exit codes:
        0   完成 / done
        1   有错误发现，没有产出；或不能这样审核、发布 / findings stopped it, or a review was refused
        2   流程文件夹有误 / the pipeline folder is wrong
        3   文件或磁盘 / a file or the disk
        64  用法 / usage
        75  同一期间另一次运行或发布正在进行 / another run or publication of the period is going on
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, CheckCommand.self, ReviewCommand.self, StatusCommand.self, PublishCommand.self,
      WithdrawCommand.self, HistoryCommand.self, VerifyCommand.self, RepairCommand.self, ListCommand.self,
      DescribeCommand.self, NewCommand.self,
    ])
}
